import type { Report, ReportBlock, ReportCell } from "@moc2030/shared/schema/report";
import { xlsx } from "../downloads/xlsx.ts";
import type { Sheet } from "../downloads/xlsx-parts.ts";

type Table = Extract<ReportBlock, { kind: "table" }>;

const NOTHING = "–";

/** A column is of numbers where every cell is one, or says that there is none. */
const isOfNumbers = ({ rows }: Table, at: number) =>
  rows.some((cells) => typeof cells[at] === "object") &&
  rows.every((cells) => typeof cells[at] === "object" || cells[at] === NOTHING);

const numberOf = (cell: ReportCell | undefined) =>
  cell === undefined || cell === NOTHING ? null : typeof cell === "string" ? cell : cell.value;

function sheetOf(table: Table, name: string): Sheet {
  const numeric = table.columns.map((_, at) => isOfNumbers(table, at));
  const columns = table.columns.map(({ label }, at) =>
    numeric[at] ? { name: label, as: "number" as const } : { name: label },
  );
  const rows = table.rows.map((cells) =>
    cells.map((cell, at) => (numeric[at] ? numberOf(cell) : typeof cell === "string" ? cell : cell.text)),
  );
  return { name, columns: columns as Sheet["columns"], rows: [rows] };
}

/** The tables of a report's appendices as a workbook, a sheet each, in their order. */
export function reportWorkbook(report: Report): Promise<Buffer> {
  const sheets = [...report.parts, ...report.appendices].flatMap(({ number, blocks }, part) => {
    const tables = blocks.filter((block) => block.kind === "table");
    const word = part < report.parts.length ? "" : report.lang === "vi" ? "Phụ lục " : "Annex ";
    return tables.map((table, at) => sheetOf(table, `${word}${number}${tables.length > 1 ? ` (${at + 1})` : ""}`));
  });
  return xlsx(sheets, {
    title: report.title,
    language: report.lang === "vi" ? "vi-VN" : "en-GB",
    created: report.release.publishedAt,
  });
}
