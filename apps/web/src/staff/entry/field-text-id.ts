import type { Finding } from "@moc2030/shared/entry/checks";
import type { ImportColumn } from "@moc2030/shared/entry/import-columns";
import { figureFields } from "@moc2030/shared/figure/fields";
import type { StaffTextId } from "../../text/staff-text.tsx";

/** Text id of a field's label, by the field name that findings use. */
export const fieldTextId = (field: string): StaffTextId => `field.${field as Exclude<Finding["field"], "kind">}`;

const fields = new Map<string, string>([
  ...figureFields.map(({ column, name }) => [column, name] as const),
  ...([
    ["OBS_COM", "comment"],
    ["REASON", "reason"],
    ["REASON_TEXT", "reasonText"],
    ["PLACE", "place"],
    ["EVIDENCE", "evidence"],
  ] as const),
]);
/** Text id of an import column's label. */
export const columnTextId = (column: ImportColumn): StaffTextId => fieldTextId(fields.get(column) ?? "row");

/** Text id of a code's label; "" is the empty choice. */
export const choiceTextId = (field: string, code: string): StaffTextId =>
  `choice.${field}.${code || "none"}` as StaffTextId;
