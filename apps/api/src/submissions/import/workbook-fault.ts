/** Why a workbook, or a text document, is not read. */
export const workbookFaults = [
  "damaged",
  "doctype",
  "empty",
  "encrypted",
  "macros",
  "merged",
  "no_result",
  "no_sheet",
  "not_document",
  "not_table",
  "not_workbook",
  "ods",
  "too_big",
  "too_many_rows",
  "too_many_columns",
  "xls",
  "xlsb",
] as const;
export type WorkbookFaultCode = (typeof workbookFaults)[number];

/** A workbook that is refused, with the cells, ranges or sheet concerned. */
export class WorkbookFault extends Error {
  readonly code: WorkbookFaultCode;
  readonly places: readonly string[];
  constructor(code: WorkbookFaultCode, places: readonly string[] = []) {
    super(code);
    this.code = code;
    this.places = places;
  }
}
