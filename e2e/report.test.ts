import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "@moc2030/shared/schema/report";
import { afterAll, expect, test } from "vitest";
import { origin } from "./browser.ts";
import { taken } from "./taken.ts";

const folder = mkdtempSync(join(tmpdir(), "moc2030-report-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PROGRAM = "soffice";
const QUERY = "asOf=2026-11-20&compare=60";
const take = (path: string) => taken(`${origin()}/api/v1/${path}`);
const report = (query: string) => take(`report?${query}`).then((body) => JSON.parse(body.toString()) as Report);

/** A text document as LibreOffice saves it. */
async function saved(query: string, as: string, ending: string): Promise<Buffer> {
  writeFileSync(join(folder, "report.docx"), await take(`report.docx?${query}`));
  execFileSync(
    PROGRAM,
    [
      `-env:UserInstallation=file://${folder}/profile`,
      ...["--headless", "--norestore", "--convert-to", as, "--outdir", folder, join(folder, "report.docx")],
    ],
    { env: { ...process.env, HOME: folder, LC_ALL: "C.UTF-8" }, stdio: ["ignore", "ignore", "pipe"] },
  );
  return readFileSync(join(folder, `report.${ending}`));
}

const words = (text: string) => text.replace(/\s+/g, " ").trim();

test.each(["vi", "en"] as const)("LibreOffice opens the report in %s with every word of it", async (lang) => {
  const query = `${QUERY}&lang=${lang}`;
  const { title, opening, parts, appendices } = await report(query);
  const text = words((await saved(query, "txt:Text", "txt")).toString("utf8"));
  expect(text).toContain(words(title));
  for (const paragraph of opening) expect(text).toContain(words(paragraph));
  for (const { blocks } of [...parts, ...appendices])
    for (const block of blocks) {
      if (block.kind === "heading" || block.kind === "paragraph") expect(text).toContain(words(block.text));
      if (block.kind === "list") for (const item of block.items) expect(text).toContain(words(item));
      if (block.kind === "table")
        for (const cell of block.rows.flat())
          expect(text).toContain(words(typeof cell === "string" ? cell : cell.text));
    }
});

test("LibreOffice makes a tagged PDF/UA of it, in Vietnamese", async () => {
  const options = JSON.stringify({ PDFUACompliance: { type: "boolean", value: "true" } });
  const pdf = (await saved(QUERY, `pdf:writer_pdf_Export:${options}`, "pdf")).toString("latin1");
  expect(pdf).toMatch(/\/Lang\s*\(vi-VN\)/);
  expect(pdf).toMatch(/\/MarkInfo\s*<<\s*\/Marked\s+true/);
  expect(pdf).toContain("pdfuaid:part");
});
