import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PROGRAM = "soffice";
const library = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Form"/></library:library>`;
const moduleOf = (code: string) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Form" script:language="StarBasic">${code
  .replaceAll("&", "&amp;")
  .replaceAll("<", "&lt;")}</script:module>`;
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi</value></prop></item></oor:items>`;
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** A cell as somebody types it, and the number format that they give it first. */
export type Typed = string | { as: string; type: string };

/**
 * A workbook as LibreOffice saves it after somebody has typed into cells of its first sheet, with the settings of Viet
 * Nam: 14,02% is a percentage and 29/9/2026 a day. Begins a new workbook where none is given.
 */
export function typedInOffice(book: Uint8Array | null, cells: Record<string, Typed>): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "moc2030-office-"));
  const run = (...args: string[]) =>
    execFileSync(PROGRAM, [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--norestore", ...args], {
      env: { ...process.env, HOME: folder, LC_ALL: "C.UTF-8" },
      stdio: ["ignore", "ignore", "pipe"],
    });
  try {
    const user = join(folder, "profile/user");
    mkdirSync(user, { recursive: true });
    writeFileSync(join(user, "registrymodifications.xcu"), settings);
    // Its first start lays out the folder that the macro goes into.
    run("--terminate_after_init");
    if (book) writeFileSync(join(folder, "form.xlsx"), book);
    const from = book ? `file://${folder}/form.xlsx` : "private:factory/scalc";
    const typed = Object.entries(cells).map(([at, cell]) => {
      const { as, type } = typeof cell === "string" ? { as: null, type: cell } : cell;
      const format = as === null ? "" : `cell.NumberFormat = formatOf(doc, ${quoted(as)})\n`;
      return `cell = sheet.getCellRangeByName(${quoted(at)})\n${format}cell.FormulaLocal = ${quoted(type)}`;
    });
    const code = `
Function formatOf(doc, code)
  Dim english As New com.sun.star.lang.Locale
  english.Language = "en" : english.Country = "US"
  formatOf = doc.NumberFormats.queryKey(code, english, False)
  If formatOf = -1 Then formatOf = doc.NumberFormats.addNew(code, english)
End Function
Sub Fill()
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(${quoted(from)}, "_blank", 0, hidden())
  sheet = doc.Sheets.getByIndex(0)
  ${typed.join("\n")}
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  saved(0).Name = "FilterName" : saved(0).Value = "Calc MS Excel 2007 XML"
  doc.storeAsURL(${quoted(`file://${folder}/filled.xlsx`)}, saved())
  doc.close(True)
End Sub`;
    writeFileSync(join(user, "basic/Standard/script.xlb"), library);
    writeFileSync(join(user, "basic/Standard/Form.xba"), moduleOf(code));
    run("macro:///Standard.Form.Fill");
    return readFileSync(join(folder, "filled.xlsx"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
