import type { Finding } from "@moc2030/shared/entry/checks";
import type { ImportColumn } from "@moc2030/shared/entry/import-row";
import { figureFields } from "@moc2030/shared/figure/fields";
import type { StaffTextId } from "../../text/staff-text.tsx";

/** The text that names a field of a figure, as findings call it. */
export const fieldWord = (field: string): StaffTextId => `field.${field as Exclude<Finding["field"], "kind">}`;

const fields = new Map<string, string>([
  ...figureFields.map(({ column, name }) => [column, name] as const),
  ...([
    ["OBS_COM", "comment"],
    ["REASON", "reason"],
    ["REASON_TEXT", "reasonText"],
  ] as const),
]);
/** The text that names a column of a table. */
export const columnWord = (column: ImportColumn): StaffTextId => fieldWord(fields.get(column) ?? "row");

/** The text of a code of a field; "" is that none is chosen. */
export const choiceWord = (field: string, code: string): StaffTextId =>
  `choice.${field}.${code || "none"}` as StaffTextId;
