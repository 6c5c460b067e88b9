import { Problem } from "../../http/problem.ts";
import type { DocumentText } from "../import/document.ts";
import type { WorkbookFaultCode } from "../import/workbook-fault.ts";
import { inWorker } from "../import/worker.ts";

/** Most open places that a refusal names. */
const NAMED = 5;

const FAULTS: Partial<Record<WorkbookFaultCode, string>> = {
  doctype: "This document has a DOCTYPE, which no word processor writes.",
  encrypted: "This document is protected by a password: save it without.",
  macros: "This document has macros: save it as .docx.",
  not_document: "This is an archive, but not a text document (.docx).",
  too_big: "Unpacked, this document is too big.",
};

/** Throws a 422 for what is not a text document, has macros, or has a place left open: the first ones are named. */
export async function assertFinalText(bytes: Uint8Array): Promise<void> {
  const answer = await inWorker<DocumentText>({ read: "document", bytes });
  if (!answer.ok)
    throw new Problem("invalid", FAULTS[answer.code] ?? "This document is damaged: open and save it again.", [
      { pointer: "/document", detail: answer.code },
    ]);
  const { open } = answer.found;
  if (open.length === 0) return;
  const named = open.slice(0, NAMED);
  const more = open.length > NAMED ? " …" : "";
  throw new Problem(
    "invalid",
    `This document has ${open.length} open places, to be filled in first: ${named.join(" ")}${more}`,
    named.map((detail) => ({ pointer: "/open", detail })),
  );
}
