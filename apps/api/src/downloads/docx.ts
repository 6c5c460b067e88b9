import { archive } from "./archive.ts";
import {
  CORE,
  contentTypes,
  coreProperties,
  type DocumentProperties,
  escapeXml,
  OFFICE,
  relationships,
  rootRelationships,
  XML,
} from "./ooxml.ts";

// Parts of a text document: WordprocessingML (ECMA-376). Lengths are in millimetres, sizes of letters in points.
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** The media type of a text document. */
export const DOCX = `${TYPES}.document`;

/** Twentieths of a point. */
const twips = (mm: number) => Math.round((mm / 25.4) * 1440);

/** How a paragraph looks. `ruled`: an empty one that is a line, this far from both edges. */
type Look = {
  align?: "left" | "center" | "both";
  size?: number;
  bold?: boolean;
  italic?: boolean;
  firstLine?: number;
  space?: number;
  ruled?: number;
};

/** A paragraph of one run. */
export function paragraph(
  text: string,
  { align = "left", size = 14, bold, italic, firstLine, space = 0, ruled }: Look = {},
) {
  const indent =
    ruled !== undefined
      ? `<w:ind w:left="${twips(ruled)}" w:right="${twips(ruled)}"/>`
      : firstLine === undefined
        ? ""
        : `<w:ind w:firstLine="${twips(firstLine)}"/>`;
  const border =
    ruled === undefined ? "" : '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>';
  const run = `<w:rPr>${bold ? "<w:b/>" : ""}${italic ? "<w:i/>" : ""}<w:sz w:val="${size * 2}"/></w:rPr>`;
  return `<w:p><w:pPr>${border}<w:spacing w:before="${space * 20}" w:after="${space * 20}"/>${indent}<w:jc w:val="${align}"/></w:pPr><w:r>${run}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
}

/** A table of paragraphs, its columns so wide; the first row is repeated on every page where the table has borders. */
export function table(widths: readonly number[], rows: readonly string[][], hasBorders: boolean): string {
  const sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
  const line = hasBorders ? 'w:val="single" w:sz="4" w:space="0" w:color="auto"' : 'w:val="nil"';
  const borders = sides.map((side) => `<w:${side} ${line}/>`).join("");
  const cell = (content: string, at: number) =>
    `<w:tc><w:tcPr><w:tcW w:w="${twips(widths[at] ?? 0)}" w:type="dxa"/></w:tcPr>${content}</w:tc>`;
  const row = (cells: string[], at: number) =>
    `<w:tr><w:trPr><w:cantSplit/>${hasBorders && at === 0 ? "<w:tblHeader/>" : ""}</w:trPr>${cells.map(cell).join("")}</w:tr>`;
  const total = twips(widths.reduce((sum, width) => sum + width, 0));
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${twips(width)}"/>`).join("")}</w:tblGrid>${rows.map(row).join("")}</w:tbl>`;
}

type Margins = { top: number; right: number; bottom: number; left: number };
/** Language is such as `vi-VN`; the paper is A4. */
type Properties = DocumentProperties & { font: string; margins: Margins };

/** A text document of paragraphs and tables, whose bytes depend on its content only. */
export function docx(content: readonly string[], { font, margins, ...properties }: Properties): Promise<Buffer> {
  const { top, right, bottom, left } = margins;
  const page = `<w:sectPr><w:pgSz w:w="${twips(210)}" w:h="${twips(297)}"/><w:pgMar w:top="${twips(top)}" w:right="${twips(right)}" w:bottom="${twips(bottom)}" w:left="${twips(left)}" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>`;
  const styles = `${XML}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:cs="${font}" w:eastAsia="${font}"/><w:sz w:val="28"/><w:lang w:val="${properties.language}"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>`;
  const files = {
    "[Content_Types].xml": contentTypes([
      ["/word/document.xml", `${TYPES}.document.main+xml`],
      ["/word/styles.xml", `${TYPES}.styles+xml`],
      CORE,
    ]),
    "_rels/.rels": rootRelationships("word/document.xml"),
    "docProps/core.xml": coreProperties(properties),
    "word/document.xml": `${XML}<w:document xmlns:w="${WORD}"><w:body>${content.join("")}${page}</w:body></w:document>`,
    "word/styles.xml": styles,
    "word/_rels/document.xml.rels": relationships([[`${OFFICE}/styles`, "styles.xml"]]),
  };
  return archive(Object.entries(files).map(([name, text]) => ({ name, content: Buffer.from(text) })));
}
