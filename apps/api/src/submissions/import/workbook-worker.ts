import { parentPort, workerData } from "node:worker_threads";
import type { Lang } from "@moc2030/shared/text/lang";
import { readDocument } from "./document.ts";
import { readWorkbook } from "./workbook.ts";
import { WorkbookFault, type WorkbookFaultCode } from "./workbook-fault.ts";

export type WorkerTask =
  | { read: "workbook"; bytes: Uint8Array; numbers: Lang; sheet: string | undefined }
  | { read: "document"; bytes: Uint8Array };
export type WorkerAnswer<T> =
  | { ok: true; found: T }
  | { ok: false; code: WorkbookFaultCode; places: readonly string[] };

function answer(task: WorkerTask): WorkerAnswer<unknown> {
  try {
    const found =
      task.read === "document" ? readDocument(task.bytes) : readWorkbook(task.bytes, task.numbers, task.sheet);
    return { ok: true, found };
  } catch (error) {
    if (error instanceof WorkbookFault) return { ok: false, code: error.code, places: error.places };
    throw error;
  }
}
parentPort?.postMessage(answer(workerData as WorkerTask));
