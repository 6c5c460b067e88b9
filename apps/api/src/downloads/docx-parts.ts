import { escapeXml, XML } from "./ooxml.ts";

// Paragraphs, tables and pictures of a text document: WordprocessingML (ECMA-376). Lengths are in millimetres, sizes of
// letters in points.
export const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** Twentieths of a point. */
export const twips = (mm: number) => Math.round((mm / 25.4) * 1440);
/** English Metric Units, as drawings are measured in. */
const emu = (mm: number) => Math.round(mm * 36_000);

/** How a paragraph looks. `ruled`: an empty one that is a line, this far from both edges. `heading`: its level, 1 to 3. */
type Look = {
  align?: "left" | "center" | "right" | "both";
  size?: number;
  bold?: boolean;
  italic?: boolean;
  firstLine?: number;
  space?: number;
  ruled?: number;
  heading?: 1 | 2 | 3;
  /** An item of a list. */
  item?: boolean;
  keepNext?: boolean;
  /** Marks what `marked` finds. */
  marked?: RegExp;
};

/** The parts of a text, those that `marked` finds among them. */
function partsOf(text: string, marked: RegExp | undefined): { text: string; isMarked: boolean }[] {
  if (!marked) return [{ text, isMarked: false }];
  const parts: { text: string; isMarked: boolean }[] = [];
  let end = 0;
  for (const found of text.matchAll(marked)) {
    if (found.index > end) parts.push({ text: text.slice(end, found.index), isMarked: false });
    parts.push({ text: found[0], isMarked: true });
    end = found.index + found[0].length;
  }
  if (end < text.length || parts.length === 0) parts.push({ text: text.slice(end), isMarked: false });
  return parts;
}

/** A paragraph; its lines are those of the text. */
export function paragraph(text: string, look: Look = {}) {
  const {
    align = "left",
    size = 14,
    bold,
    italic,
    firstLine,
    space = 0,
    ruled,
    heading,
    item,
    keepNext,
    marked,
  } = look;
  const indent =
    ruled !== undefined
      ? `<w:ind w:left="${twips(ruled)}" w:right="${twips(ruled)}"/>`
      : firstLine === undefined
        ? ""
        : `<w:ind w:firstLine="${twips(firstLine)}"/>`;
  const border =
    ruled === undefined ? "" : '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>';
  const style = heading ? `<w:pStyle w:val="Heading${heading}"/>` : "";
  const keep = keepNext || heading ? "<w:keepNext/>" : "";
  const number = item ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : "";
  // Without it an empty paragraph is as high as a line of the text.
  const mark = text === "" ? `<w:rPr><w:sz w:val="${size * 2}"/></w:rPr>` : "";
  const runs = partsOf(text, marked).map(({ text: part, isMarked }) => {
    const highlight = isMarked ? '<w:highlight w:val="yellow"/>' : "";
    const run = `<w:rPr>${bold ? "<w:b/>" : ""}${italic ? "<w:i/>" : ""}<w:sz w:val="${size * 2}"/>${highlight}</w:rPr>`;
    const lines = part.split("\n").map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
    return `<w:r>${run}${lines.join("<w:br/>")}</w:r>`;
  });
  return `<w:p><w:pPr>${style}${keep}${number}${border}<w:spacing w:before="${space * 20}" w:after="${space * 20}"/>${indent}<w:jc w:val="${align}"/>${mark}</w:pPr>${runs.join("")}</w:p>`;
}

type TableLook = {
  /** The first row is a heading, repeated on every page. */
  hasBorders: boolean;
  /** Its text alternative. */
  caption?: string;
};

/** A table of paragraphs, its columns so wide. */
export function table(
  widths: readonly number[],
  rows: readonly (readonly string[])[],
  { hasBorders, caption }: TableLook,
): string {
  const sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
  const line = hasBorders ? 'w:val="single" w:sz="4" w:space="0" w:color="auto"' : 'w:val="nil"';
  const borders = sides.map((side) => `<w:${side} ${line}/>`).join("");
  const cell = (content: string, at: number) =>
    `<w:tc><w:tcPr><w:tcW w:w="${twips(widths[at] ?? 0)}" w:type="dxa"/></w:tcPr>${content}</w:tc>`;
  const row = (cells: readonly string[], at: number) =>
    `<w:tr><w:trPr><w:cantSplit/>${hasBorders && at === 0 ? "<w:tblHeader/>" : ""}</w:trPr>${cells.map(cell).join("")}</w:tr>`;
  const total = twips(widths.reduce((sum, width) => sum + width, 0));
  const beside = hasBorders ? 57 : 0;
  const margins = `<w:tblCellMar><w:left w:w="${beside}" w:type="dxa"/><w:right w:w="${beside}" w:type="dxa"/></w:tblCellMar>`;
  const look = hasBorders ? '<w:tblLook w:val="0020" w:firstRow="1"/>' : "";
  const said = caption ? `<w:tblCaption w:val="${escapeXml(caption)}"/>` : "";
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/>${margins}${look}${said}</w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${twips(width)}"/>`).join("")}</w:tblGrid>${rows.map(row).join("")}</w:tbl>`;
}

/** A picture of the document, in the order in which they are named. */
export type Picture = {
  png: Buffer;
  /** Its text alternative. */
  description: string;
};

/** Width and height of a PNG, in pixels. */
const sizeOf = (png: Buffer) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });

/** A paragraph of the nth picture, this wide; `n` counts from 1. */
export function picture({ png, description }: Picture, n: number, width: number): string {
  const { width: pixels, height } = sizeOf(png);
  const extent = `cx="${emu(width)}" cy="${emu((width * height) / pixels)}"`;
  const name = `name="Picture ${n}"`;
  return `<w:p><w:pPr><w:spacing w:before="120" w:after="120"/><w:jc w:val="center"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${extent}/><wp:docPr id="${n}" ${name} descr="${escapeXml(description)}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${n}" ${name} descr="${escapeXml(description)}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${pictureId(n)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
}

/** The relationship of the nth picture; three stand before it. */
const pictureId = (n: number) => `rId${n + 3}`;

/** Headings 1 to 3: centred for a title, bold for a part, bold italic below. */
const headings = [
  '<w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr>',
  '<w:pPr><w:keepNext/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr>',
  '<w:pPr><w:keepNext/><w:outlineLvl w:val="2"/></w:pPr><w:rPr><w:b/><w:i/></w:rPr>',
];

/** The styles of a document in one font. */
export const styles = (font: string, language: string): string =>
  `${XML}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:cs="${font}" w:eastAsia="${font}"/><w:sz w:val="28"/><w:lang w:val="${language}"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${headings
    .map(
      (look, at) =>
        `<w:style w:type="paragraph" w:styleId="Heading${at + 1}"><w:name w:val="heading ${at + 1}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>${look}</w:style>`,
    )
    .join("")}</w:styles>`;

/** The one kind of list: items after a hyphen, as Decree 30/2020 has them. */
export const numbering = `${XML}<w:numbering xmlns:w="${WORD}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${twips(15)}" w:hanging="${twips(5)}"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

/** The number of the page, centred on top. */
export const pageNumber = `${XML}<w:hdr xmlns:w="${WORD}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`;
