import { archive } from "./archive.ts";
import { numbering, type Picture, pageNumber, styles, twips, WORD } from "./docx-parts.ts";
import {
  CORE,
  contentTypes,
  coreProperties,
  type DocumentProperties,
  OFFICE,
  relationships,
  rootRelationships,
  XML,
} from "./ooxml.ts";

const TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";

/** The media type of a text document. */
export const DOCX = `${TYPES}.document`;

type Margins = { top: number; right: number; bottom: number; left: number };
/** Pages of A4 with margins in mm. Every section begins a page; its pages are numbered from its second on. */
export type Section = { content: readonly string[]; margins: Margins; isLandscape?: boolean };
/** Language is such as `vi-VN`. */
type Properties = DocumentProperties & { font: string; pictures?: readonly Picture[] };

const A4 = { short: 210, long: 297 };

function pages({ margins: { top, right, bottom, left }, isLandscape = false }: Section): string {
  const [width, height] = isLandscape ? [A4.long, A4.short] : [A4.short, A4.long];
  const turned = isLandscape ? ' w:orient="landscape"' : "";
  return `<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"${turned}/><w:pgMar w:top="${twips(top)}" w:right="${twips(right)}" w:bottom="${twips(bottom)}" w:left="${twips(left)}" w:header="567" w:footer="567" w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>`;
}

/** The paragraph that ends a section; one point high, or after a table that fills its page it would begin another. */
const sectionEnd = (section: string) =>
  `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>${section}</w:pPr></w:p>`;

/** A text document of paragraphs and tables, whose bytes depend on its content only. */
export function docx(
  sections: readonly Section[],
  { font, pictures = [], ...properties }: Properties,
): Promise<Buffer> {
  const body = sections.map((section, at) => {
    const end = pages(section);
    // The last one stands in the body, the others in the paragraph that ends them.
    return section.content.join("") + (at === sections.length - 1 ? end : sectionEnd(end));
  });
  const media = pictures.map(({ png }, at) => ({ name: `word/media/image${at + 1}.png`, content: png }));
  const files = {
    "[Content_Types].xml": contentTypes(
      [
        ["/word/document.xml", `${TYPES}.document.main+xml`],
        ["/word/styles.xml", `${TYPES}.styles+xml`],
        ["/word/numbering.xml", `${TYPES}.numbering+xml`],
        ["/word/header1.xml", `${TYPES}.header+xml`],
        CORE,
      ],
      { png: "image/png" },
    ),
    "_rels/.rels": rootRelationships("word/document.xml"),
    "docProps/core.xml": coreProperties(properties),
    "word/document.xml": `${XML}<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}" xmlns:wp="${DRAWING}/wordprocessingDrawing" xmlns:a="${DRAWING}/main" xmlns:pic="${DRAWING}/picture"><w:body>${body.join("")}</w:body></w:document>`,
    "word/styles.xml": styles(font, properties.language),
    "word/numbering.xml": numbering,
    "word/header1.xml": pageNumber,
    "word/_rels/document.xml.rels": relationships([
      [`${OFFICE}/styles`, "styles.xml"],
      [`${OFFICE}/numbering`, "numbering.xml"],
      [`${OFFICE}/header`, "header1.xml"],
      ...media.map(({ name }) => [`${OFFICE}/image`, name.replace("word/", "")] as const),
    ]),
  };
  const texts = Object.entries(files).map(([name, text]) => ({ name, content: Buffer.from(text) }));
  return archive([...texts, ...media]);
}
