import { strToU8, type Zippable, zipSync } from "fflate";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";

/** What stands before the elements of a part. */
export const sheetOf = (rows: string, after = "") =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
/** A cell of text that stands in the cell itself. */
export const text = (at: string, said: string | number) => `<c r="${at}" t="inlineStr"><is><t>${said}</t></is></c>`;

type Parts = {
  /** XML of the first sheet. */
  sheet?: string;
  /** Number formats by the index of a cell's style, after the general one. */
  formats?: string[];
  /** Parts added or replaced. */
  more?: Record<string, string>;
};

/** A workbook with one sheet named Data, zipped by hand. */
export function workbookOf({ sheet = sheetOf(""), formats = [], more = {} }: Parts): Uint8Array {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const parts: Record<string, string> = {
    "_rels/.rels": `<Relationships xmlns="${RELATIONS}">${relation("r1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${RELATIONS}">${relation("r1", "worksheet", "worksheets/sheet1.xml")}${relation("r2", "styles", "styles.xml")}</Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><numFmts>${formats
      .map((code, n) => `<numFmt numFmtId="${164 + n}" formatCode="${code}"/>`)
      .join("")}</numFmts><cellXfs><xf numFmtId="0"/>${formats
      .map((_, n) => `<xf numFmtId="${164 + n}"/>`)
      .join("")}</cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": sheet,
    ...more,
  };
  const entries: Zippable = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
  return zipSync(entries);
}

/** A workbook whose one sheet unpacks to about `megabytes`. */
export const bombOf = (megabytes: number): Uint8Array =>
  workbookOf({ sheet: sheetOf(`<row><c><v>${" ".repeat(1000)}</v></c></row>`.repeat(megabytes * 1000)) });
