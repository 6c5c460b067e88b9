import type { Lang } from "@moc2030/shared/text/lang";
import { type CellFormat, formatOf } from "./cell-text.ts";
import { type Noted, readSheet, type SheetText } from "./sheet.ts";
import { WorkbookFault } from "./workbook-fault.ts";
import { parsePart } from "./xml-part.ts";
import { openZip, type ZipParts } from "./zip-parts.ts";

/** A workbook's table as tab-separated text, and how it was read. */
export interface WorkbookTable {
  readonly text: string;
  readonly sheet: string;
  /** All sheets in order. */
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
  readonly hiddenRows: number;
  readonly formulas: Noted | null;
  readonly percents: Noted | null;
  readonly cut: Noted | null;
}

/** Most texts, and characters in them: a worker that reaches the end of its heap can take the process with it. */
const MAX_STRINGS = 500_000;
const MAX_CHARACTERS = 8 * 1024 * 1024;
/** Most styles and formats; most sheets, and relationships of a part: no archive holds more parts. */
const [MAX_STYLES, MAX_PARTS] = [70_000, 2000];
const assertFew = (count: number, most: number) => {
  if (count > most) throw new WorkbookFault("too_big");
};

/** Sheets looked at for a table when none is named. */
const MAX_SHEETS = 50;

/** The part that a target names, which is absolute or relative to the part that it stands in. */
function resolveTarget(target: string, part: string): string {
  try {
    return decodeURIComponent(new URL(target, `file:///${part}`).pathname.slice(1));
  } catch {
    throw new WorkbookFault("damaged");
  }
}

/** The targets of a part's relationships, by id, and that of the document. */
function relationsOf(zip: ZipParts, part: string) {
  const slash = part.lastIndexOf("/") + 1;
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  const byId = new Map<string, string>();
  let document: string | undefined;
  if (!zip.names.includes(name)) return { byId, document };
  parsePart(zip, name, {
    open(tag, attribute) {
      if (tag !== "Relationship" || attribute("TargetMode") === "External") return;
      const target = resolveTarget(attribute("Target") ?? "", part);
      byId.set(attribute("Id") ?? "", target);
      assertFew(byId.size, MAX_PARTS);
      if (attribute("Type")?.endsWith("/officeDocument")) document = target;
    },
  });
  return { byId, document };
}

/** Excel writes characters that XML refuses as _x000B_. */
const unescaped = (text: string) =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

function readStrings(zip: ZipParts, part: string | undefined): string[] {
  const strings: string[] = [];
  if (part === undefined) return strings;
  let [text, isText, isPhonetic, characters] = ["", false, false, 0];
  parsePart(zip, part, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "t") isText = true;
      else if (name === "rPh") isPhonetic = true;
    },
    text(piece) {
      if (!isText || isPhonetic) return;
      text += piece;
      characters += piece.length;
      assertFew(characters, MAX_CHARACTERS);
    },
    close(name) {
      if (name === "t") isText = false;
      else if (name === "rPh") isPhonetic = false;
      else if (name === "si") assertFew(strings.push(unescaped(text)), MAX_STRINGS);
    },
  });
  return strings;
}

function readFormats(zip: ZipParts, part: string | undefined): CellFormat[] {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let isCellXfs = false;
  if (part === undefined) return [];
  parsePart(zip, part, {
    open(name, attribute) {
      if (name === "numFmt") codes.set(Number(attribute("numFmtId")), attribute("formatCode") ?? "");
      else if (name === "cellXfs") isCellXfs = true;
      else if (name === "xf" && isCellXfs) ids.push(Number(attribute("numFmtId") ?? 0));
      assertFew(codes.size + ids.length, MAX_STYLES);
    },
    close(name) {
      if (name === "cellXfs") isCellXfs = false;
    },
  });
  return ids.map((id) => formatOf(id, codes.get(id)));
}

type SheetHead = { name: string; hidden: boolean; part: string | undefined };

function openBook(zip: ZipParts) {
  const { document } = relationsOf(zip, "");
  if (document === undefined || !zip.names.includes(document)) throw new WorkbookFault("not_workbook");
  if (document.endsWith(".bin")) throw new WorkbookFault("xlsb");
  const { byId } = relationsOf(zip, document);
  const sheets: SheetHead[] = [];
  let [since1904, isWorkbook] = [false, false];
  parsePart(zip, document, {
    open(name, attribute) {
      if (name === "workbook") isWorkbook = true;
      else if (name === "workbookPr") since1904 = /^(1|true)$/.test(attribute("date1904") ?? "");
      else if (name === "sheet")
        sheets.push({
          name: attribute("name") ?? "",
          hidden: /hidden/i.test(attribute("state") ?? ""),
          part: byId.get(attribute("r:id") ?? attribute("relationships:id") ?? ""),
        });
      assertFew(sheets.length, MAX_PARTS);
    },
  });
  if (!isWorkbook) throw new WorkbookFault("not_workbook");
  const named = (end: string) => [...byId.values()].find((part) => part.endsWith(end) && zip.names.includes(part));
  return { sheets, since1904, strings: named("sharedStrings.xml"), styles: named("styles.xml") };
}

/**
 * Reads one sheet of an .xlsx workbook, numbers in the form of `lang`: the named one, else the first visible one with
 * our headings, else the first visible one that is not empty. Throws a WorkbookFault; run it where memory is bounded.
 */
export function readWorkbook(bytes: Uint8Array, lang: Lang, wanted?: string): WorkbookTable {
  const zip = openZip(bytes);
  const { sheets, since1904, ...parts } = openBook(zip);
  const setting = {
    strings: readStrings(zip, parts.strings),
    formats: readFormats(zip, parts.styles),
    since1904,
    lang,
  };
  const candidates =
    wanted === undefined ? sheets.filter(({ hidden }) => !hidden) : sheets.filter((s) => s.name === wanted);
  if (wanted !== undefined && candidates.length === 0) throw new WorkbookFault("no_sheet", [wanted]);
  let best: { name: string; read: SheetText } | null = null;
  for (const { name, part } of candidates.slice(0, MAX_SHEETS)) {
    if (part === undefined || !part.includes("worksheets/")) continue;
    const read = readSheet(zip, part, setting);
    if (read.isOurs || (best === null && read.rows > 0)) best = { name, read };
    if (read.isOurs) break;
  }
  if (best === null) throw new WorkbookFault("empty");
  const { text, merged, withoutResult, rows: _, isOurs: __, ...facts } = best.read;
  if (merged.length > 0) throw new WorkbookFault("merged", merged);
  if (withoutResult) throw new WorkbookFault("no_result", [withoutResult.first]);
  return { text, ...facts, sheet: best.name, sheets: sheets.map(({ name, hidden }) => ({ name, hidden })) };
}
