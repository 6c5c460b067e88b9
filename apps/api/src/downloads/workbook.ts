import type { ObsStatus } from "@moc2030/shared/figure/fields";
import type { Bilingual, Lang } from "@moc2030/shared/text/lang";
import { targetTable } from "../definitions/tables.ts";
import { type Cell, type Table, tableColumns } from "../http/table.ts";
import type { Column } from "../observations/columns.ts";
import { type About, aboutFile, type FileRequest } from "./about.ts";
import { columnsFor, observationRows } from "./rows.ts";
import { columnWords, confidences, LICENCE, limits, statuses } from "./words.ts";
import { xlsx } from "./xlsx.ts";
import type { Sheet } from "./xlsx-parts.ts";

const sheetWords: Record<string, Bilingual> = {
  Contents: { vi: "Nội dung tệp này", en: "What this file holds" },
  Data: { vi: "Số liệu, mỗi dòng một quan sát", en: "The figures, one observation a row" },
  Indicators: {
    vi: "Các chỉ tiêu, đơn vị, ấn bản gần nhất và sắp tới",
    en: "The indicators, units, last and next edition",
  },
  Targets: { vi: "Mục tiêu của các văn bản", en: "Targets that documents set" },
  Notes: { vi: "Ghi chú, cột, nguồn, điều khoản", en: "Notes, columns, sources, terms of use" },
  Flags: { vi: "Ý nghĩa các mã và ký hiệu", en: "What codes and shorthand mean" },
  Filters: { vi: "Điều kiện lọc của tệp này", en: "What was asked for" },
};

/** Flags of a list of status codes: `B;P` → `[b] [p]`. */
const shorthand = (codes: string) =>
  codes
    .split(";")
    .flatMap((code) => statuses[code as ObsStatus]?.shorthand ?? [])
    .join(" ");

const say = (lang: Lang, vi: string, en: string) => (lang === "en" ? en : vi);

function contents(about: About): Table {
  const { lang, release } = about;
  const facts: [string, Cell][] = [
    [say(lang, "Tên", "Title"), about.title],
    [say(lang, "Đợt cập nhật", "Release"), release && `${release.id} (${release.day})`],
    ...(about.referenceDate
      ? [[say(lang, "Ngày tham chiếu", "Reference date"), about.referenceDate] as [string, Cell]]
      : []),
    [say(lang, "Trích dẫn", "Citation"), about.citation],
    [say(lang, "Liên kết cố định", "Permanent link"), about.link],
    [say(lang, "Giấy phép", "Licence"), LICENCE[lang]],
  ];
  return {
    columns: tableColumns(["ITEM", "CONTENT"]),
    rows: [...facts, ...Object.entries(sheetWords).map(([name, words]): Cell[] => [name, words[lang]])],
  };
}

const indicators = ({ lang, indicators, compilers }: About): Table => ({
  columns: tableColumns(
    [
      ...["INDICATOR", "NAME", "DEFINITION", "UNIT_MEASURE", "UNIT", "DECIMALS", "DIRECTION", "FREQ", "COMPILER"],
      ...["COMPILER_NAME", "LAST_EDITION", "LAST_PUBLISHED", "NEXT_EDITION", "NEXT_EXPECTED_BY", "DISCONTINUED_FROM"],
    ],
    ...["DECIMALS", "LAST_EDITION", "NEXT_EDITION"],
  ),
  rows: indicators.map((i) => [
    ...[i.code, i.name[lang], i.definition[lang], i.unitMeasure, i.unit[lang], i.decimals, i.direction, i.frequency],
    ...[i.compiler, compilers.find((c) => c.code === i.compiler)?.name[lang] ?? null],
    ...[i.editions.last?.timePeriod ?? null, i.editions.last?.published ?? null],
    ...[i.editions.next?.timePeriod ?? null, i.editions.next?.by ?? null, i.discontinued?.from ?? null],
  ]),
});

function notes({ lang, indicators, sources, compilers }: About, columns: string[]): Table {
  const rows: Cell[][] = indicators.flatMap((i) => [
    ...i.notes.map((note) => ["indicator", i.code, note[lang], null]),
    ...i.breaks.map((b) => ["break", `${i.code} ${b.timePeriod}`, b.cause[lang], null]),
    ...(i.compilerNote ? [["compilers", i.code, i.compilerNote[lang], null]] : []),
    ...(i.discontinued ? [["discontinued", i.code, i.discontinued.reason[lang], null]] : []),
  ]);
  return {
    columns: tableColumns(["KIND", "KEY", "TEXT", "LINK"]),
    rows: [
      ...rows,
      ...columns.map((name): Cell[] => ["column", name, columnWords[name]?.words[lang] ?? null, null]),
      ...sources.map((s): Cell[] => ["source", s.id, [s.title, s.publisher, s.date].filter(Boolean).join(". "), s.url]),
      ...compilers.map((c): Cell[] => ["terms", c.code, `${c.name[lang]}: ${c.terms[lang]}`, c.url]),
    ],
  };
}

const flags = (lang: Lang): Table => ({
  columns: tableColumns(["COLUMN", "CODE", "SHORTHAND", "MEANING"]),
  rows: [
    ...Object.entries(statuses).map(([code, s]): Cell[] => ["OBS_STATUS", code, s.shorthand, s.meaning[lang]]),
    ...Object.entries(confidences).map(([code, words]): Cell[] => ["CONFIDENCE", code, null, words[lang]]),
    ...Object.entries(limits).map(([code, words]): Cell[] => ["VALUE_LIMIT", code, null, words[lang]]),
  ],
});

const filters = ({ lang, filters }: About): Table => ({
  columns: tableColumns(["PARAMETER", "VALUE"]),
  rows: filters.map(([name, value]) => [name, value ?? say(lang, "(không lọc)", "(not asked for)")]),
});

const wide = { ITEM: 24, CONTENT: 100, NAME: 50, DEFINITION: 80, TEXT: 100, LINK: 50, MEANING: 60, VALUE: 60, KEY: 30 };
const sheet = (name: string, { columns, rows }: Table): Sheet => ({ name, columns, rows: [rows], widths: wide });

/** The figures as an Excel workbook with contents, definitions and notes. */
export async function figuresXlsx(request: FileRequest): Promise<Buffer> {
  const { db, at, filter } = request;
  const about = await aboutFile(request);
  const columns = columnsFor(filter);
  const names = columns.map((c) => c.csv);
  const status = names.indexOf("OBS_STATUS");
  // The flags follow the columns of all formats and precede those added later.
  const end = columns.filter((c) => !c.isLater).length;
  const column = (c: Column) => ({ name: c.csv, as: c.as === "number" ? c.as : ("text" as const) });
  async function* data() {
    for await (const rows of observationRows(db, at, filter, columns))
      yield rows.map((row) => [...row.slice(0, end), shorthand(String(row[status])), ...row.slice(end)]);
  }
  const dataSheet: Sheet = {
    name: "Data",
    columns: [...columns.slice(0, end).map(column), { name: "FLAGS", as: "text" }, ...columns.slice(end).map(column)],
    rows: data(),
    widths: {
      INDICATOR: 28,
      OBS_COM: 40,
      SOURCE: 18,
      EDITION: 14,
      INDICATOR_NAME: 50,
      REF_AREA_NAME: 24,
      SOURCE_TITLE: 50,
    },
  };
  const sheets = [
    sheet("Contents", contents(about)),
    dataSheet,
    sheet("Indicators", indicators(about)),
    sheet("Targets", targetTable(about.targets, filter.lang)),
    sheet("Notes", notes(about, names)),
    sheet("Flags", flags(filter.lang)),
    sheet("Filters", filters(about)),
  ];
  return xlsx(sheets, {
    title: about.title,
    description: about.citation,
    language: filter.lang,
    ...(about.release && { created: about.release.publishedAt }),
  });
}
