import { leftOpen } from "@moc2030/shared/text/open-place";
import { WorkbookFault } from "./workbook-fault.ts";
import { parsePart } from "./xml-part.ts";
import { openZip, type ZipParts } from "./zip-parts.ts";

/** What is still left open in a text document: each place in its brackets, shortened. */
export type DocumentText = { readonly open: readonly string[] };

const TYPES = "[Content_Types].xml";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const MAIN = `${WORD}document.main+xml`;
/** Parts with text that is printed or noted beside it. */
const TEXTS = new Set([
  MAIN,
  ...["header", "footer", "footnotes", "endnotes", "comments"].map((of) => `${WORD}${of}+xml`),
]);
const ACTIVE = /macroEnabled|vbaProject|vbaData|activeX/i;

/** Most characters of a part, and places that are counted; longest text of one that is named. */
const [MAX_CHARACTERS, MAX_OPEN, LONGEST] = [8 * 1024 * 1024, 1000, 80];

/** The parts with text. Throws `not_document` or `macros`. */
function textParts(zip: ZipParts): string[] {
  if (!zip.names.includes(TYPES)) throw new WorkbookFault("not_document");
  const parts: string[] = [];
  let [mains, isActive] = [0, zip.names.some((name) => /vbaProject\.bin$/i.test(name))];
  parsePart(zip, TYPES, {
    open(name, attribute) {
      const type = attribute("ContentType") ?? "";
      isActive ||= ACTIVE.test(type);
      if (name !== "Override" || !TEXTS.has(type)) return;
      mains += Number(type === MAIN);
      parts.push((attribute("PartName") ?? "").slice(1));
    },
  });
  if (isActive) throw new WorkbookFault("macros");
  if (mains !== 1) throw new WorkbookFault("not_document");
  return parts;
}

/** The text of a part, a line a paragraph, however it is cut into runs; what was deleted under review is no text. */
function textOf(zip: ZipParts, part: string): string {
  let [text, isText, fallbacks] = ["", false, 0];
  parsePart(zip, part, {
    open(name) {
      if (name === "Fallback") fallbacks++;
      else if (name === "t") isText = true;
      else if (name === "tab" || name === "br") text += " ";
    },
    text(piece) {
      // A fallback says once more what stands beside it.
      if (!isText || fallbacks > 0) return;
      text += piece;
      if (text.length > MAX_CHARACTERS) throw new WorkbookFault("too_big");
    },
    close(name) {
      if (name === "Fallback") fallbacks--;
      else if (name === "t") isText = false;
      else if (name === "p") text += "\n";
    },
  });
  return text;
}

const shortened = (place: string) => (place.length > LONGEST ? `${place.slice(0, LONGEST)}…]` : place);

/** Reads what is left open in a text document (.docx). Throws a WorkbookFault; run it where memory is bounded. */
export function readDocument(bytes: Uint8Array): DocumentText {
  const zip = openZip(bytes);
  const open = textParts(zip).flatMap((part) =>
    leftOpen(textOf(zip, part)).map((place) => shortened(place.trim().replace(/\s+/g, " "))),
  );
  return { open: open.slice(0, MAX_OPEN) };
}
