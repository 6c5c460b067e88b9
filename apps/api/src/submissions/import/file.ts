import { type Encoding, readBytes } from "@moc2030/shared/entry/table-bytes";
import type { Lang } from "@moc2030/shared/text/lang";
import { Problem } from "../../http/problem.ts";
import type { WorkbookTable } from "./workbook.ts";
import type { WorkbookFaultCode } from "./workbook-fault.ts";
import { inWorker } from "./worker.ts";

/** Maximum size of an import. */
export const MAX_BYTES = 5 * 1024 * 1024;

/** Accepted media types; the content decides. Browsers on Windows label CSV as Excel. */
export const TABLE_TYPES = [
  "text/csv",
  "text/plain",
  "text/tab-separated-values",
  "application/csv",
  "application/octet-stream",
  "application/vnd.ms-excel",
  "application/vnd.oasis.opendocument.spreadsheet",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
];

/** A file as text, and how its workbook was read; null for a text file. */
export interface TableFile {
  readonly text: string;
  readonly encoding: Encoding;
  readonly workbook: Omit<WorkbookTable, "text"> | null;
}

const FAULTS: Record<WorkbookFaultCode, string> = {
  macros: "This file has macros: save it as .xlsx.",
  not_document: "This file is no text document.",
  damaged: "This workbook is damaged: open and save it again.",
  doctype: "This workbook has a DOCTYPE, which no spreadsheet writes.",
  empty: "This workbook has no visible sheet with anything in it.",
  encrypted: "This workbook is protected by a password: save it without.",
  merged: "Merged cells: unmerge them, so that each row has its own.",
  no_result: "A formula without a kept result: open the workbook in a spreadsheet and save it.",
  no_sheet: "The workbook has no such sheet.",
  not_table: "This is neither text nor a workbook: choose a CSV UTF-8 or .xlsx file.",
  not_workbook: "This is an archive, but not a workbook (.xlsx).",
  ods: "This is an OpenDocument workbook (.ods): save it as .xlsx or CSV UTF-8.",
  too_big: "Unpacked, this workbook is too big: keep the sheet with the figures alone.",
  too_many_rows: "The sheet has more than 20,000 rows.",
  too_many_columns: "The sheet has more than 16,384 columns.",
  xls: "This is an Excel workbook of before 2007 (.xls): save it as .xlsx or CSV UTF-8.",
  xlsb: "This is a binary Excel workbook (.xlsb): save it as .xlsx or CSV UTF-8.",
};

/** A 422 that names the fault by its code, and each place. */
function refusal(code: WorkbookFaultCode, places: readonly string[] = []): Problem {
  const where = places.length > 0 ? ` (${places.join(", ")})` : "";
  const pointers = places.length > 0 ? places.map((place) => `/${place}`) : [""];
  return new Problem(
    "invalid",
    `${FAULTS[code]}${where}`,
    pointers.map((pointer) => ({ pointer, detail: code })),
  );
}

/**
 * Reads a file as text: a workbook's sheet as tab-separated text with numbers in the form of `numbers`. Throws a 422
 * for a workbook that is refused (its code and cells), or bytes that are not text (their line).
 */
export async function readFile(bytes: Uint8Array, numbers: Lang, sheet?: string): Promise<TableFile> {
  const read = readBytes(bytes);
  if (read.ok) return { text: read.text, encoding: read.encoding, workbook: null };
  if (read.code === "not_text")
    throw new Problem("invalid", `Line ${read.line} is not UTF-8: save the file as CSV UTF-8.`, [
      { pointer: `/line/${read.line}`, detail: "not UTF-8" },
    ]);
  if (read.code !== "xlsx") throw refusal(read.code);
  const answer = await inWorker<WorkbookTable>({ read: "workbook", bytes, numbers, sheet });
  if (!answer.ok) throw refusal(answer.code, answer.places);
  const { text, ...workbook } = answer.found;
  return { text, encoding: "utf-8", workbook };
}
