import type { Cell, TableColumn } from "../http/table.ts";
import { type ArchiveFile, archive } from "./archive.ts";
import { coreProperties, type DocumentProperties } from "./ooxml.ts";
import type { Sheet } from "./xlsx-parts.ts";
import * as parts from "./xlsx-parts.ts";

/** Rows per chunk of XML. */
const ROWS_AT_ONCE = 200;

const entry = (name: string, text: string): ArchiveFile => ({ name, content: Buffer.from(text) });

/**
 * An Excel workbook whose bytes depend on its content only. Texts are shared strings, never formulas; numbers keep
 * their decimals.
 */
export function xlsx(sheets: readonly Sheet[], properties: DocumentProperties): Promise<Buffer> {
  const strings = new Map<string, number>();
  const text = (value: string) => {
    const known = strings.get(value);
    if (known !== undefined) return known;
    strings.set(value, strings.size);
    return strings.size - 1;
  };
  const cellXml = (cell: Cell, column: TableColumn, reference: string) => {
    if (cell === null || cell === "") return "";
    if (column.as === "number") return `<c r="${reference}"${parts.styleOf(String(cell))}><v>${cell}</v></c>`;
    return `<c r="${reference}" t="s"><v>${text(String(cell))}</v></c>`;
  };
  async function* files(): AsyncGenerator<ArchiveFile> {
    const names = sheets.map((sheet) => sheet.name);
    yield entry("[Content_Types].xml", parts.workbookTypes(sheets.length));
    yield entry("_rels/.rels", parts.root);
    yield entry("docProps/core.xml", coreProperties(properties));
    yield entry("docProps/app.xml", parts.appProperties);
    yield entry("xl/workbook.xml", parts.workbook(names));
    yield entry("xl/_rels/workbook.xml.rels", parts.workbookRelationships(sheets.length));
    yield entry("xl/styles.xml", parts.styles);
    for (const [index, sheet] of sheets.entries()) {
      const letters = sheet.columns.map((_, i) => parts.columnLetters(i));
      const top = sheet.labels ? 2 : 1;
      let row = top;
      async function* content(): AsyncGenerator<Uint8Array> {
        const heading = (names: string[], at: number) =>
          `<row r="${at}">${names.map((name, i) => `<c r="${letters[i]}${at}" s="1" t="s"><v>${text(name)}</v></c>`).join("")}</row>`;
        yield Buffer.from(parts.sheetStart(sheet) + (sheet.labels ? heading(sheet.labels, 1) : ""));
        yield Buffer.from(
          heading(
            sheet.columns.map((c) => c.name),
            top,
          ),
        );
        for await (const rows of sheet.rows)
          for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
            let xml = "";
            for (const cells of rows.slice(start, start + ROWS_AT_ONCE)) {
              row += 1;
              xml += `<row r="${row}">`;
              for (const [i, column] of sheet.columns.entries())
                xml += cellXml(cells[i] ?? null, column, `${letters[i]}${row}`);
              xml += "</row>";
            }
            yield Buffer.from(xml);
          }
        yield Buffer.from(parts.sheetEnd(sheet));
      }
      yield { name: `xl/worksheets/sheet${index + 1}.xml`, content: content() };
      yield entry(`xl/worksheets/_rels/sheet${index + 1}.xml.rels`, parts.sheetRelationships(index + 1));
      // A table needs at least one row under its header.
      const range = `A${top}:${letters.at(-1)}${Math.max(row, top + 1)}`;
      yield entry(`xl/tables/table${index + 1}.xml`, parts.table(index + 1, sheet, range));
    }
    yield entry("xl/sharedStrings.xml", parts.sharedStrings(strings.keys()));
  }
  return archive(files());
}
