import { SaxesParser } from "saxes";
import { WorkbookFault } from "./workbook-fault.ts";
import type { ZipParts } from "./zip-parts.ts";

/** What is done at the elements of a part, which are named without their namespace's prefix. */
export interface XmlHandlers {
  open?(name: string, attribute: (name: string) => string | undefined): void;
  text?(text: string): void;
  close?(name: string): void;
}

const bare = (name: string) => name.slice(name.indexOf(":") + 1);

/** Longest tag, or text between two tags: what a parser holds at once. A cell has at most 32,767 characters. */
const MAX_HELD = 1024 * 1024;
const MAX_DEPTH = 100;
/** Longest attribute that is read: a format's code, the longest there is in spreadsheets, has as many. */
const MAX_ATTRIBUTE = 255;
/** Characters parsed between two looks at what is held. */
const PIECE = 64 * 1024;

/**
 * Parses one part of a workbook while it is unpacked. A DOCTYPE is refused: no spreadsheet writes one, and with it come
 * entities that grow or fetch. Throws `damaged` for what is not XML.
 */
export function parsePart(zip: ZipParts, part: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ position: false, xmlns: false } as const);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let [held, depth] = [0, 0];
  parser.on("doctype", () => {
    throw new WorkbookFault("doctype");
  });
  parser.on("error", () => {
    throw new WorkbookFault("damaged");
  });
  parser.on("opentag", ({ name, attributes }) => {
    held = 0;
    if (++depth > MAX_DEPTH) throw new WorkbookFault("too_big");
    handlers.open?.(bare(name), (wanted) => {
      const value = attributes[wanted];
      if (value !== undefined && value.length > MAX_ATTRIBUTE) throw new WorkbookFault("too_big");
      return value;
    });
  });
  parser.on("text", (text) => handlers.text?.(text));
  parser.on("cdata", (text) => handlers.text?.(text));
  parser.on("closetag", ({ name }) => {
    held = 0;
    depth--;
    handlers.close?.(bare(name));
  });
  zip.unpack(part, (piece, isLast) => {
    let text: string;
    try {
      text = decoder.decode(piece, { stream: !isLast });
    } catch {
      throw new WorkbookFault("damaged");
    }
    for (let from = 0; from < text.length; from += PIECE) {
      const slice = text.slice(from, from + PIECE);
      held += slice.length;
      if (held > MAX_HELD) throw new WorkbookFault("too_big");
      parser.write(slice);
    }
  });
  parser.close();
}
