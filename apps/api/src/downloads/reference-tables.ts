import type { Assessment } from "@moc2030/shared/assessment";
import type { Source } from "@moc2030/shared/source";
import type { TargetDefinition } from "@moc2030/shared/target";
import { type Lang, localize } from "@moc2030/shared/text";
import { type Table, tableColumns } from "./table.ts";

/** The targets as a table, with their wording in both languages. */
export function targetTable(targets: readonly TargetDefinition[], lang: Lang): Table {
  return {
    columns: tableColumns(
      [
        ...["TARGET", "INDICATOR", "DOCUMENT", "TARGET_YEAR", "KIND", "COMPARATOR", "TARGET_VALUE", "QUALIFIER"],
        ...["BASE_YEAR", "BASE_YEAR_REASON", "WINDOW_FROM", "WINDOW_TO", "TARGET_GROUP", "CLAUSE", "WORDING_VI"],
        ...["WORDING_EN", "WORDING_BASIS", "SOURCE", "CONFIDENCE", "IN_FORCE_FROM", "IN_FORCE_TO", "BRIDGE", "NOTE"],
      ],
      ...["TARGET_YEAR", "TARGET_VALUE", "BASE_YEAR", "WINDOW_FROM", "WINDOW_TO"],
    ),
    rows: targets.map((t) => [
      ...[t.id, t.indicator, t.document, t.year, t.kind, t.comparator, t.value, t.qualifier],
      ...[t.baseYear, t.baseYearReason[lang], t.window?.from ?? null, t.window?.to ?? null, t.group, t.clause],
      ...[t.wording.vi, t.wording.en, t.wordingBasis, t.source, t.confidence, t.inForceFrom, t.inForceTo, t.bridge],
      localize(t.note, lang),
    ]),
  };
}

/** The sources as a table; titles and publishers as printed there. */
export const sourceTable = (sources: readonly Source[]): Table => ({
  columns: tableColumns(["SOURCE", "TITLE", "PUBLISHER", "DATE", "URL", "KIND", "EXTENT", "NOTE"]),
  rows: sources.map((s) => [s.id, s.title, s.publisher, s.date, s.url, s.kind, s.extent, s.note]),
});

/** The assessments as a table: each with its working, the method and the day on which it was judged. */
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
