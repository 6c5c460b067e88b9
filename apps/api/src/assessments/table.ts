import type { Assessment } from "@moc2030/shared/schema/assessment";
import { type Table, tableColumns } from "../http/table.ts";

/** The assessments as a table, with their working, method version and reference date. */
export function assessmentTable(assessments: readonly Assessment[], release: number | undefined): Table {
  const numbers = [
    ...["TARGET_YEAR", "TARGET_VALUE", "BASE_YEAR", "BASE_VALUE", "LATEST_YEAR", "LATEST_VALUE", "PACE_RATIO"],
    ...["PACE_SO_FAR", "PACE_NEEDED", "GAP", "MARGIN_BETTER", "MARGIN_WORSE", "AVERAGE_TO_DATE", "AVERAGE_NEEDED"],
    ...["GROUP_POSITION", "METHOD_VERSION", "RELEASE"],
  ];
  const names = [
    ...["TARGET", "INDICATOR", "TARGET_YEAR", "KIND", "COMPARATOR", "TARGET_VALUE", "ASSESSMENT", "REASON"],
    ...["PROVISIONAL", "BASE_YEAR", "BASE_VALUE", "LATEST_YEAR", "LATEST_VALUE", "LATEST_STATUS", "PACE_RATIO"],
    ...["PACE_SO_FAR", "PACE_NEEDED", "GAP", "MARGIN_BETTER", "MARGIN_WORSE", "AVERAGE_TO_DATE", "AVERAGE_NEEDED"],
    ...["GROUP_POSITION", "METHOD_VERSION", "REFERENCE_DATE", "RELEASE"],
  ];
  return {
    columns: tableColumns(names, ...numbers),
    rows: assessments.map((a) => [
      ...[a.targetId, a.indicator, a.targetYear, a.kind, a.comparator, a.targetValue, a.class, a.reason],
      ...[String(a.provisional), a.base?.timePeriod ?? null, a.base?.value ?? null, a.latest?.timePeriod ?? null],
      ...[a.latest?.value ?? null, a.latest?.obsStatus.join(";") ?? null, a.pace?.ratio ?? null],
      ...[a.pace?.soFarPerYear ?? null, a.pace?.neededPerYear ?? null, a.pace?.gap ?? null, a.margin?.better ?? null],
      ...[a.margin?.worse ?? null, a.average?.toDate ?? null, a.average?.needed ?? null, a.group?.position ?? null],
      ...[a.methodVersion, a.referenceDate, release ?? null],
    ]),
  };
}
