import { WHOLE_KINDS } from "@moc2030/shared/entry/checks";
import { fileColumns } from "@moc2030/shared/entry/import-columns";
import type { Lang } from "@moc2030/shared/text/lang";
import { numericDay } from "@moc2030/shared/text/written-day";
import type { Db } from "../../db/database.ts";
import { listDefinitions } from "../../definitions/queries.ts";
import { columnWords, confidences, limits, statuses } from "../../downloads/words.ts";
import { xlsx } from "../../downloads/xlsx.ts";
import { type CellRule, columnLetters, type Sheet } from "../../downloads/xlsx-parts.ts";
import { type Cell, tableColumns } from "../../http/table.ts";
import { newestReleaseId } from "../../observations/read-point.ts";
import type { WantedRow } from "./queries.ts";

/** The columns, those to be filled in first; all that an import reads, and what helps to fill them in. */
const FILLED = ["OBS_VALUE", "OBS_STATUS", "RANK_POOL", "EDITION", "PUBLISHED", "PUBLISHED_PRECISION", "SOURCE"];
const BEFORE = ["INDICATOR_NAME", "REF_AREA_NAME", "TIME_PERIOD"];
const ABOUT = ["UNIT", "RANGE", "LAST_VALUE", "DUE_BY"];
const REST = fileColumns.filter((name) => ![...FILLED, ...BEFORE].includes(name));
const COLUMNS = [...BEFORE, ...FILLED, ...ABOUT, ...REST];

const LABELS: Record<string, { vi: string; en: string }> = {
  UNIT: { vi: "Đơn vị", en: "Unit" },
  RANGE: { vi: "Giá trị có thể", en: "Possible values" },
  LAST_VALUE: { vi: "Số mới nhất đã có", en: "Newest figure so far" },
  DUE_BY: { vi: "Hạn", en: "Due by" },
  REASON: { vi: "Lý do thay số đã công bố", en: "Why a published figure is replaced" },
  REASON_TEXT: { vi: "Diễn giải lý do", en: "The reason in words" },
};
const GUIDE: [name: string, words: { vi: string; en: string }][] = [
  [
    "OBS_VALUE",
    {
      vi: "Gõ số đúng như nguồn công bố, không gõ đơn vị, ký hiệu % hay dấu phân cách hàng nghìn. Ô trống là chưa có số.",
      en: "The number as published, without unit, percent sign or thousands mark. An empty cell is no figure yet.",
    },
  ],
  [
    "PUBLISHED",
    {
      vi: "Ngày nguồn công bố số liệu, ví dụ 16/9/2026. Chỉ biết tháng hoặc năm thì ghi ngày cuối của kỳ đó và chọn month hoặc year ở PUBLISHED_PRECISION.",
      en: "The day on which the source published it, such as 2026-09-16. Of a month or year that is all that is known, its last day, and month or year in PUBLISHED_PRECISION.",
    },
  ],
  [
    "SOURCE",
    {
      vi: "Mã của nguồn trong trang Sources. Để trống nếu nguồn chưa có: nguồn mới được nhập một lần cho cả bảng khi nạp tệp.",
      en: "The code of a source from the sheet Sources. Leave it empty for a new one, which is entered once for the whole table when the file is taken in.",
    },
  ],
];

const decimalMark = (text: string, lang: Lang) => (lang === "vi" ? text.replace(".", ",") : text);
const numberText = (value: number, lang: Lang) => decimalMark(String(value), lang);

const rangeText = ({ range }: WantedRow, lang: Lang) => `${numberText(range.min, lang)}–${numberText(range.max, lang)}`;

function lastText({ last }: WantedRow, lang: Lang): string | null {
  if (last?.value == null) return null;
  return `${decimalMark(last.value, lang)}${last.rankPool === null ? "" : `/${last.rankPool}`} (${last.timePeriod})`;
}

function cellsOf(row: WantedRow, lang: Lang): Cell[] {
  const isFinal = row.wanted === "final";
  const values: Record<string, Cell> = {
    ...{ INDICATOR: row.indicator, COMPILER: row.compiler, REF_AREA: row.refArea, TIME_PERIOD: row.timePeriod },
    ...{ INDICATOR_NAME: row.name, REF_AREA_NAME: row.areaName ?? (lang === "vi" ? "Việt Nam" : "Viet Nam") },
    ...{ OBS_STATUS: "A", CONFIDENCE: "sourced", EDITION: row.edition },
    ...{ UNIT: row.unit, RANGE: rangeText(row, lang), LAST_VALUE: lastText(row, lang) },
    DUE_BY: row.dueBy && (lang === "vi" ? numericDay(row.dueBy) : row.dueBy),
    ...(isFinal && {
      REASON: "publisher_revision",
      REASON_TEXT: lang === "vi" ? "Số chính thức thay số đã công bố" : "Final figure in place of the published one",
    }),
  };
  return COLUMNS.map((name) => values[name] ?? null);
}

/** Where the rows begin: under the labels and the names of the columns. */
const FIRST_ROW = 3;
const at = (column: string, from: number, to = from) => {
  const letters = columnLetters(COLUMNS.indexOf(column));
  return from === to ? `${letters}${from}` : `${letters}${from}:${letters}${to}`;
};

function rulesOf(rows: readonly WantedRow[], sources: number, lang: Lang): CellRule[] {
  const last = FIRST_ROW + rows.length - 1;
  const say = (vi: string, en: string) => (lang === "vi" ? vi : en);
  const codes = (words: Record<string, { vi: string; en: string }>) =>
    Object.entries(words)
      .map(([code, word]) => `${code}: ${word[lang]}`)
      .join("; ");
  const list = (column: string, from: string, text: string): CellRule => ({
    kind: "list",
    cells: at(column, FIRST_ROW, last),
    from,
    prompt: { title: column, text },
  });
  const grades = { A: say("chính thức", "final"), P: say("sơ bộ", "provisional"), E: say("ước tính", "estimated") };
  return [
    ...rows.map((row, index): CellRule => {
      const isWhole = WHOLE_KINDS.has(row.valueKind);
      const kind = isWhole ? say("số nguyên", "a whole number") : say("số thập phân được", "decimals are possible");
      return {
        kind: isWhole ? "whole" : "decimal",
        ...row.range,
        cells: at("OBS_VALUE", FIRST_ROW + index),
        prompt: { title: `${row.name}, ${row.timePeriod}`, text: `${row.unit}; ${rangeText(row, lang)}; ${kind}` },
      };
    }),
    list(
      "OBS_STATUS",
      '"A,P,E"',
      Object.entries(grades)
        .map(([code, word]) => `${code}: ${word}`)
        .join("; "),
    ),
    list("PUBLISHED_PRECISION", '"day,month,year"', columnWords.PUBLISHED_PRECISION?.words[lang] ?? ""),
    list("VALUE_LIMIT", '"<=,>="', codes(limits)),
    list("CONFIDENCE", '"sourced,derived,unverified"', codes(confidences)),
    list("SOURCE", `Sources!$A$2:$A$${sources + 1}`, GUIDE.find(([name]) => name === "SOURCE")?.[1][lang] ?? ""),
    {
      kind: "any",
      cells: at("PUBLISHED", FIRST_ROW, last),
      prompt: { title: "PUBLISHED", text: GUIDE.find(([name]) => name === "PUBLISHED")?.[1][lang] ?? "" },
    },
  ];
}

/** An Excel form for wanted figures, which the import reads as it is: what is known is filled in, lists and prompts help with the rest. Labels and prompts are in `lang`. */
export async function wantedWorkbook(db: Db, rows: readonly WantedRow[], title: string, lang: Lang): Promise<Buffer> {
  const sources = await listDefinitions(db, "source", await newestReleaseId(db));
  const label = (name: string) => LABELS[name]?.[lang] ?? columnWords[name]?.words[lang] ?? name;
  const widths = {
    ...{ INDICATOR_NAME: 34, REF_AREA_NAME: 16, UNIT: 22, RANGE: 16, LAST_VALUE: 20, EDITION: 14, SOURCE: 18 },
    ...{ OBS_COM: 40, REASON_TEXT: 34, TEXT: 110, TITLE: 70, PUBLISHER: 40, MEANING: 60 },
  };
  const form: Sheet = {
    name: "Figures",
    columns: tableColumns(COLUMNS, "TIME_PERIOD", "OBS_VALUE", "RANK_POOL"),
    labels: COLUMNS.map(label),
    rows: [rows.map((row) => cellsOf(row, lang))],
    rules: rows.length > 0 ? rulesOf(rows, sources.length, lang) : [],
    widths,
  };
  const guide: Sheet = {
    name: "Guide",
    columns: tableColumns(["COLUMN", "TEXT"]),
    rows: [
      [
        ...GUIDE.map(([name, words]): Cell[] => [name, words[lang]]),
        ...COLUMNS.filter((name) => !GUIDE.some(([one]) => one === name)).map((name): Cell[] => [name, label(name)]),
        ...Object.entries(statuses).map(([code, { meaning }]): Cell[] => [`OBS_STATUS ${code}`, meaning[lang]]),
      ],
    ],
    widths,
  };
  const listed: Sheet = {
    name: "Sources",
    columns: tableColumns(["SOURCE", "TITLE", "PUBLISHER", "DATE"]),
    rows: [sources.map(({ id, title, publisher, date }): Cell[] => [id, title, publisher, date])],
    widths,
  };
  return xlsx([form, guide, listed], { title, description: title, language: lang });
}
