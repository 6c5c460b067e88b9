import type { ImportColumn } from "@moc2030/shared/entry/import-columns";
import type { StaffText } from "../../text/staff-text.tsx";
import { typedText } from "../submissions/figure-words.ts";
import { findingText } from "../submissions/finding-words.ts";
import { columnTextId, fieldTextId } from "./field-text-id.ts";
import { type Checked, isWaiting, type WorkRow } from "./work-rows.ts";

type NameOf = (code: string) => string;

/** The figure of a row, as far as it can be read. */
export function titleOf({ checked }: WorkRow, indicatorName: NameOf, areaName: NameOf): string {
  const { indicator, refArea, timePeriod } = checked ?? {};
  return [indicator && indicatorName(indicator), refArea && areaName(refArea), timePeriod].filter(Boolean).join(", ");
}

/** Whether a finding is about a column. */
const isAbout = ({ field }: { field: string }, name: ImportColumn) => fieldTextId(field) === columnTextId(name);
/** Whether an error of a row is about a column. */
export const hasFault = (checked: Checked | null, name: ImportColumn): boolean =>
  checked?.errors.some((error) => isAbout(error, name)) ?? false;

/** What a check said of a row: what is published, what differs from it, and each finding after the name of its field. */
export function saidOf(row: WorkRow, columns: readonly ImportColumn[], text: StaffText): (readonly [string, string])[] {
  const { say, lang } = text;
  const { checked } = row;
  if (!checked) return [];
  const { current, changes, errors, warnings } = checked;
  // How a cell out of sight was read says nothing to its reader.
  const readAs = checked.readAs.filter((one) => columns.some((column) => isAbout(one, column)));
  const differs = { fields: changes.map((one) => say(fieldTextId(one))).join(", ") };
  return [
    ...(current?.value ? [["", say("cells.published", { value: typedText(current.value, lang) })] as const] : []),
    ...(checked.class === "changed" ? [["", say("import.differs", differs)] as const] : []),
    ...[...(isWaiting(row) ? [] : errors), ...warnings, ...readAs].map(
      (finding) => [say(fieldTextId(finding.field)), findingText(finding, text)] as const,
    ),
  ];
}
