import { parentPort, workerData } from "node:worker_threads";
import type { Lang } from "@moc2030/shared/text/lang";
import { readWorkbook, type WorkbookTable } from "./workbook.ts";
import { WorkbookFault, type WorkbookFaultCode } from "./workbook-fault.ts";

export type WorkbookTask = { bytes: Uint8Array; numbers: Lang; sheet: string | undefined };
export type WorkbookAnswer =
  | { ok: true; table: WorkbookTable }
  | { ok: false; code: WorkbookFaultCode; places: readonly string[] };

function answer({ bytes, numbers, sheet }: WorkbookTask): WorkbookAnswer {
  try {
    return { ok: true, table: readWorkbook(bytes, numbers, sheet) };
  } catch (error) {
    if (error instanceof WorkbookFault) return { ok: false, code: error.code, places: error.places };
    throw error;
  }
}
parentPort?.postMessage(answer(workerData as WorkbookTask));
