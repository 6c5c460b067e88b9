import { WHOLE_KINDS } from "@moc2030/shared/entry/checks";
import { precisionWords } from "@moc2030/shared/entry/code-words";
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

/** Names of the sheets, and the headings of those that are only read. */
const SHEETS = {
  figures: { vi: "Số liệu", en: "Figures" },
  guide: { vi: "Hướng dẫn", en: "Guide" },
  sources: { vi: "Nguồn", en: "Sources" },
};

const HEADINGS = {
  guide: { vi: ["Cột", "Tên gọi", "Cách điền"], en: ["Column", "Name", "How to fill it in"] },
  sources: {
    vi: ["Mã nguồn", "Tên nguồn", "Cơ quan, tổ chức công bố", "Ngày"],
    en: ["Code of the source", "Title", "Publisher", "Date"],
  },
};
const widthsOf = (headings: readonly string[], ...widths: number[]) =>
  Object.fromEntries(headings.map((heading, n) => [heading, widths[n] ?? 12]));

const LABELS: Record<string, { vi: string; en: string }> = {
  UNIT: { vi: "Đơn vị", en: "Unit" },
  RANGE: { vi: "Giá trị có thể", en: "Possible values" },
  LAST_VALUE: { vi: "Số mới nhất đã có", en: "Newest figure so far" },
  DUE_BY: { vi: "Hạn", en: "Due by" },
  TIME_PERIOD: { vi: "Năm", en: "Year" },
  OBS_VALUE: { vi: "Giá trị", en: "Value" },
  VALUE_LIMIT: { vi: "Giới hạn", en: "Bound" },
  OBS_STATUS: { vi: "Phân loại, cờ", en: "Grade, flags" },
  CONFIDENCE: { vi: "Độ tin cậy", en: "Confidence" },
  RANK_POOL: { vi: "Tổng số được xếp hạng", en: "How many were ranked" },
  SOURCE: { vi: "Mã nguồn", en: "Code of the source" },
  REF_AREA: { vi: "Mã nền kinh tế", en: "Code of the economy" },
  COMPILER: { vi: "Cơ quan công bố", en: "Compiler" },
  PUBLISHED_PRECISION: { vi: "Ngày công bố biết đến đâu", en: "How exactly the day is known" },
  PLACE: { vi: "Trang, bảng, văn bản", en: "Page, table, letter" },
  REASON: { vi: "Lý do thay số đã công bố", en: "Why a published figure is replaced" },
  REASON_TEXT: { vi: "Diễn giải lý do", en: "The reason in words" },
};
const GUIDE: [name: string, words: { vi: string; en: string }][] = [
  [
    "INDICATOR_NAME",
    {
      vi: "Đã điền sẵn để dễ nhận biết; khi nạp tệp, chỉ tiêu được nhận theo mã.",
      en: "Filled in so that the row is easily found; the import goes by the code of the indicator.",
    },
  ],
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
      vi: "Ngày nguồn công bố số liệu, ví dụ 16/9/2026. Chỉ biết tháng hoặc năm thì ghi ngày cuối của kỳ đó.",
      en: "The day on which the source published it, such as 2026-09-16. Of a month or year that is all that is known, its last day.",
    },
  ],
  [
    "PUBLISHED_PRECISION",
    {
      vi: "Chọn tháng hoặc năm nếu chỉ biết đến tháng hoặc năm công bố; biết đúng ngày thì để trống hoặc chọn ngày.",
      en: "Month or year where no more is known of the date of publication; empty, or day, where the very day is.",
    },
  ],
  [
    "PLACE",
    {
      vi: "Chỗ có số liệu trong nguồn, ví dụ “tr. 19, Bảng 1”.",
      en: "Where in the source the figure stands, such as “p. 19, Table 1”.",
    },
  ],
  [
    "SOURCE",
    {
      vi: "Mã của nguồn trong trang “Nguồn”. Để trống nếu nguồn chưa có: nguồn mới được nhập một lần cho cả bảng khi nạp tệp.",
      en: "The code of a source from the sheet Sources. Leave it empty for a new one, which is entered once for the whole table when the file is taken in.",
    },
  ],
];

/** What a column is called in the form, and what is said of it. */
const labelOf = (name: string, lang: Lang): string => LABELS[name]?.[lang] ?? columnWords[name]?.words[lang] ?? name;
function guideOf(name: string, lang: Lang): string {
  const own = GUIDE.find(([one]) => one === name)?.[1];
  const text = (own ?? columnWords[name]?.words)?.[lang] ?? "";
  return text === labelOf(name, lang) ? "" : text;
}

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
    prompt: { title: labelOf(column, lang), text },
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
    list(
      "PUBLISHED_PRECISION",
      `"${Object.values(precisionWords[lang]).join(",")}"`,
      guideOf("PUBLISHED_PRECISION", lang),
    ),
    list("VALUE_LIMIT", '"<=,>="', codes(limits)),
    list("CONFIDENCE", '"sourced,derived,unverified"', codes(confidences)),
    list("SOURCE", `'${SHEETS.sources[lang]}'!$A$2:$A$${sources + 1}`, guideOf("SOURCE", lang)),
    {
      kind: "any",
      cells: at("PUBLISHED", FIRST_ROW, last),
      prompt: { title: labelOf("PUBLISHED", lang), text: guideOf("PUBLISHED", lang) },
    },
  ];
}

/** An Excel form for wanted figures, which the import reads as it is: what is known is filled in, lists and prompts help with the rest. Labels and prompts are in `lang`. */
export async function wantedWorkbook(db: Db, rows: readonly WantedRow[], title: string, lang: Lang): Promise<Buffer> {
  const sources = await listDefinitions(db, "source", await newestReleaseId(db));
  const widths = {
    ...Object.fromEntries(COLUMNS.map((name) => [name, Math.max(10, labelOf(name, lang).length + 3)])),
    ...{ INDICATOR_NAME: 34, REF_AREA_NAME: 16, UNIT: 22, RANGE: 16, LAST_VALUE: 20, EDITION: 14, SOURCE: 18 },
    ...{ OBS_COM: 40, REASON_TEXT: 34 },
  };
  const form: Sheet = {
    name: SHEETS.figures[lang],
    columns: tableColumns(COLUMNS, "TIME_PERIOD", "OBS_VALUE", "RANK_POOL"),
    labels: COLUMNS.map((name) => labelOf(name, lang)),
    rows: [rows.map((row) => cellsOf(row, lang))],
    rules: rows.length > 0 ? rulesOf(rows, sources.length, lang) : [],
    widths,
  };
  const guide: Sheet = {
    name: SHEETS.guide[lang],
    columns: tableColumns(HEADINGS.guide[lang]),
    rows: [
      [
        ...COLUMNS.map((name): Cell[] => [name, labelOf(name, lang), guideOf(name, lang) || null]),
        ...Object.entries(statuses).map(([code, { meaning }]): Cell[] => [
          "OBS_STATUS",
          `${labelOf("OBS_STATUS", lang)}: ${code}`,
          meaning[lang],
        ]),
      ],
    ],
    widths: widthsOf(HEADINGS.guide[lang], 24, 32, 110),
  };
  const listed: Sheet = {
    name: SHEETS.sources[lang],
    columns: tableColumns(HEADINGS.sources[lang]),
    rows: [sources.map(({ id, title, publisher, date }): Cell[] => [id, title, publisher, date])],
    widths: widthsOf(HEADINGS.sources[lang], 18, 70, 40, 12),
  };
  return xlsx([form, guide, listed], { title, description: title, language: lang });
}
