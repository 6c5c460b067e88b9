import type { Source } from "@moc2030/shared/schema/source";
import type { KnownTarget } from "@moc2030/shared/schema/target";
import { type Lang, localize } from "@moc2030/shared/text/lang";
import { type Table, tableColumns } from "../http/table.ts";

/** The targets as a table, with their wording in both languages. */
export function targetTable(targets: readonly KnownTarget[], lang: Lang): Table {
  return {
    columns: tableColumns(
      [
        ...["TARGET", "INDICATOR", "DOCUMENT", "TARGET_YEAR", "KIND", "COMPARATOR", "TARGET_VALUE", "QUALIFIER"],
        ...["BASE_YEAR", "BASE_YEAR_REASON", "WINDOW_FROM", "WINDOW_TO", "TARGET_GROUP", "CLAUSE", "WORDING_VI"],
        ...["WORDING_EN", "WORDING_BASIS", "SOURCE", "CONFIDENCE", "IN_FORCE_FROM", "IN_FORCE_TO", "BRIDGE", "NOTE"],
        ...["PAGE", "CHECKED_ON"],
      ],
      ...["TARGET_YEAR", "TARGET_VALUE", "BASE_YEAR", "WINDOW_FROM", "WINDOW_TO", "PAGE"],
    ),
    rows: targets.map((t) => [
      ...[t.id, t.indicator, t.document, t.year, t.kind, t.comparator, t.value, t.qualifier],
      ...[t.baseYear, t.baseYearReason[lang], t.window?.from ?? null, t.window?.to ?? null, t.group, t.clause],
      ...[t.wording.vi, t.wording.en, t.wordingBasis, t.source, t.confidence, t.inForceFrom, t.inForceTo, t.bridge],
      ...[localize(t.note, lang), t.verbatim?.page ?? null, t.verbatim?.checkedOn ?? null],
    ]),
  };
}

/** The sources as a table, with titles and publishers as printed. */
export const sourceTable = (sources: readonly Source[]): Table => ({
  columns: tableColumns(["SOURCE", "TITLE", "PUBLISHER", "DATE", "URL", "KIND", "EXTENT", "NOTE"]),
  rows: sources.map((s) => [s.id, s.title, s.publisher, s.date, s.url, s.kind, s.extent, s.note]),
});
