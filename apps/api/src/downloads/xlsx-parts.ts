import type { Cell, TableColumn } from "../http/table.ts";
import { CORE, contentTypes, escapeXml, OFFICE, relationships, rootRelationships, XML } from "./ooxml.ts";

/** What may stand in cells of a form, such as `D3:D9`: a number between two, or one of a list. A prompt is shown beside the cell. */
export type CellRule = {
  cells: string;
  prompt: { title: string; text: string };
} & ({ kind: "whole" | "decimal"; min: number; max: number } | { kind: "list"; from: string } | { kind: "any" });
/** A worksheet with one table at A1, or at A2 under a row of `labels`; rows may be streamed, `widths` are in characters. */
export type Sheet = {
  name: string;
  columns: TableColumn[];
  rows: Iterable<Cell[][]> | AsyncIterable<Cell[][]>;
  widths?: Record<string, number>;
  labels?: string[];
  rules?: CellRule[];
};

// Parts of a workbook without its rows: ECMA-376, as Excel writes them.
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const escapedCode = (c: string) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
/** Characters that XML cannot hold become `_x000B_`, as in Excel; text that looks like such an escape is escaped too. */
const escapeText = (text: string) => escapeXml(text.replace(/_x[0-9A-Fa-f]{4}_/g, "_x005F$&"), escapedCode);

/** 0 → A, 25 → Z, 26 → AA. */
export const columnLetters = (index: number): string =>
  (index < 26 ? "" : columnLetters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

const MAX_DECIMALS = 9;
/** The style that shows a number as published (`6.0` with one decimal); none for scientific notation. */
export function styleOf(text: string): string {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return "";
  const point = text.indexOf(".");
  const decimals = point < 0 ? 0 : text.length - point - 1;
  return decimals > MAX_DECIMALS ? "" : ` s="${2 + decimals}"`;
}

const formats = Array.from({ length: MAX_DECIMALS + 1 }, (_, n) => (n === 0 ? "0" : `0.${"0".repeat(n)}`));
/** Cell styles: 0 plain, 1 bold heading, 2 + n a number with n decimals. */
export const styles = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats
  .map((code, n) => `<numFmt numFmtId="${164 + n}" formatCode="${code}"/>`)
  .join(
    "",
  )}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${2 + formats.length}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>${formats
  .map((_, n) => `<xf numFmtId="${164 + n}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`)
  .join(
    "",
  )}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleLight1" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`;

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

export const workbookTypes = (sheets: number) =>
  contentTypes([
    ["/xl/workbook.xml", `${TYPES}.sheet.main+xml`],
    ...numbers(sheets).flatMap((n) => [
      [`/xl/worksheets/sheet${n}.xml`, `${TYPES}.worksheet+xml`] as const,
      [`/xl/tables/table${n}.xml`, `${TYPES}.table+xml`] as const,
    ]),
    ["/xl/styles.xml", `${TYPES}.styles+xml`],
    ["/xl/sharedStrings.xml", `${TYPES}.sharedStrings+xml`],
    CORE,
    ["/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"],
  ]);

export const root = rootRelationships("xl/workbook.xml", [`${OFFICE}/extended-properties`, "docProps/app.xml"]);

export const workbookRelationships = (sheets: number) =>
  relationships([
    ...numbers(sheets).map((n) => [`${OFFICE}/worksheet`, `worksheets/sheet${n}.xml`] as const),
    [`${OFFICE}/styles`, "styles.xml"],
    [`${OFFICE}/sharedStrings`, "sharedStrings.xml"],
  ]);

export const sheetRelationships = (n: number) => relationships([[`${OFFICE}/table`, `../tables/table${n}.xml`]]);

export const workbook = (names: string[]) =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.map((name, i) => `<sheet name="${escapeText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("")}</sheets></workbook>`;

export const appProperties = `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Moc 2030</Application></Properties>`;

/** A worksheet up to its first row. */
export const sheetStart = ({ columns, widths = {} }: Sheet) =>
  `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><cols>${columns.map(({ name }, i) => `<col min="${i + 1}" max="${i + 1}" width="${widths[name] ?? Math.max(10, name.length + 4)}" customWidth="1"/>`).join("")}</cols><sheetData>`;
/** Excel's limits on a prompt. */
const [PROMPT_TITLE, PROMPT] = [32, 255];
function ruleXml({ cells, prompt, ...rule }: CellRule): string {
  const said = `showInputMessage="1" promptTitle="${escapeText(prompt.title.slice(0, PROMPT_TITLE))}" prompt="${escapeText(prompt.text.slice(0, PROMPT))}"`;
  const start = `<dataValidation ${rule.kind === "any" ? "" : `type="${rule.kind}" `}allowBlank="1" ${said}`;
  if (rule.kind === "any") return `${start} sqref="${cells}"/>`;
  // A list proposes, and does not refuse what is not in it.
  if (rule.kind === "list")
    return `${start} sqref="${cells}"><formula1>${escapeText(rule.from)}</formula1></dataValidation>`;
  return `${start} showErrorMessage="1" operator="between" sqref="${cells}"><formula1>${rule.min}</formula1><formula2>${rule.max}</formula2></dataValidation>`;
}
/** A worksheet after its last row. */
export const sheetEnd = ({ rules = [] }: Sheet) =>
  `</sheetData>${rules.length > 0 ? `<dataValidations count="${rules.length}">${rules.map(ruleXml).join("")}</dataValidations>` : ""}<tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>`;

/** The table definition of a worksheet. */
export const table = (n: number, { name, columns }: Sheet, range: string) =>
  `${XML}<table xmlns="${MAIN}" id="${n}" name="T_${escapeText(name)}" displayName="T_${escapeText(name)}" ref="${range}" totalsRowShown="0"><autoFilter ref="${range}"/><tableColumns count="${columns.length}">${columns.map((c, i) => `<tableColumn id="${i + 1}" name="${escapeText(c.name)}"/>`).join("")}</tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>`;

/** Every distinct text of the workbook. */
export function sharedStrings(texts: Iterable<string>): string {
  const items = [...texts].map((text) => `<si><t xml:space="preserve">${escapeText(text)}</t></si>`);
  return `${XML}<sst xmlns="${MAIN}" uniqueCount="${items.length}">${items.join("")}</sst>`;
}
