import { strict as assert } from "node:assert";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { bombOf, sheetOf, text, workbookOf } from "../src/submissions/import/workbook.fixture.ts";
import type { Drill } from "./place.ts";
import { start, stop } from "./product.ts";
import { asked, atVersion, openDraft, signedIn } from "./staff.ts";

const MOST = 150 * 2 ** 20;
const CSV = "text/csv";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const JSON_TYPE = "application/json";
const HEAD = "INDICATOR,COMPILER,REF_AREA,TIME_PERIOD,OBS_VALUE\n";
const row = (value: string) => `${HEAD}SMART_CITY_SCHEMES,MOC,VNM,2026,${value}\n`;
const bytes = (said: string, encoding: BufferEncoding = "utf8") => Buffer.from(said, encoding);
const good = workbookOf({ sheet: sheetOf(`<row r="1">${text("A1", "x")}</row>`) });
const WITH_ENTITY = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="str"><v>&e;</v></c></row></sheetData></worksheet>`;

/** What goes to the import of tables, and what to the opening of a draft. */
const TABLES: Record<string, [string, Uint8Array]> = {
  "a truncated workbook": [XLSX, good.subarray(0, good.length >> 1)],
  "a truncated table": [CSV, bytes(row("1").slice(0, -8))],
  "an open quotation mark": [CSV, bytes(row('"1'))],
  "latin-1": [CSV, bytes(row("1").replace("MOC", "Bé\xff"), "latin1")],
  "a byte order mark and nothing else": [CSV, bytes("\ufeff")],
  "a byte order mark inside": [CSV, bytes(row("\ufeff\ufeff1x"))],
  NUL: [CSV, bytes(row("1\0"))],
  "a column twice": [CSV, bytes(row("1").replace("COMPILER", "INDICATOR"))],
  "1e400": [CSV, bytes(row("1e400"))],
  NaN: [CSV, bytes(row("NaN"))],
  "wrong headings": [CSV, bytes("A,B,C\n1,2,3\n")],
  "a line of 50 MB": [CSV, Buffer.alloc(50 * 2 ** 20, "x")],
  "a line of 900 kB": [CSV, bytes(row("x".repeat(900_000)))],
  "a workbook of 400 MB in a few kB": [XLSX, bombOf(400)],
  "an entity of a file (XXE)": [XLSX, workbookOf({ sheet: WITH_ENTITY })],
};
const DRAFTS: Record<string, string> = {
  "truncated JSON": '{"title":"x","items":[{',
  "JSON with NUL": '{"title":"x\u0000","items":[]\0}',
  "NaN in JSON": '{"title":"x","items":[{"value":NaN}]}',
  "1e400 in JSON":
    '{"title":"x","items":[{"indicator":"GII_RANK","compiler":"WIPO","refArea":"VNM","timePeriod":1e400,"value":"1"}]}',
  "deeply nested JSON": `{"title":"x","items":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
};

const peakOf = (pid: number): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1024;

/** The figures with what is in the log still, as they lie on the disk. */
const contentOf = (file: string) =>
  [file, `${file}-wal`]
    .map((path) =>
      createHash("sha256")
        .update(existsSync(path) ? readFileSync(path) : "")
        .digest("hex"),
    )
    .join();

export const badFiles: Drill = {
  id: "R10",
  what: "files that are cut, in the wrong encoding, too large or hostile",
  passes:
    "each is refused with its place, by a 4xx or in the dry run's answer; the database stays the same to the byte; memory grows by at most 150 MB",
  async run({ product, seededFile }) {
    const file = seededFile();
    const author = await signedIn(file, "contributor");
    const server = await start(product, file);
    const enter = asked(server.origin, author);
    const draft = await openDraft(enter);
    // What the first table makes the server load counts for none.
    await enter("POST", "/submissions/dry-run", row("1"), { "content-type": CSV });
    const before = contentOf(file);
    let most = 0;
    for (const [name, [type, body]] of Object.entries(TABLES)) {
      writeFileSync(`/proc/${server.pid}/clear_refs`, "5");
      const start = peakOf(server.pid);
      const into = `/submissions/${draft.id}/import?source=GII2025-CAFEF&reason=own_error&reasonText=x`;
      const taken = await enter("POST", into, body as never, { "content-type": type, ...atVersion(draft.version) });
      const tried = await enter("POST", "/submissions/dry-run", body as never, { "content-type": type });
      const growth = peakOf(server.pid) - start;
      most = Math.max(most, growth);
      assert.ok(
        taken.status >= 400 && taken.status < 500,
        `${name}: import ${taken.status} ${JSON.stringify(taken.body).slice(0, 300)}`,
      );
      const isNamed = taken.status === 413 || taken.body.errors?.length > 0 || taken.body.detail;
      assert.ok(isNamed, `${name}: ${JSON.stringify(taken.body)}`);
      assert.ok(tried.status < 500, `${name}: dry run ${tried.status}`);
      if (tried.status === 200) assert.ok(tried.body.ok === false || tried.body.counts.refused > 0, name);
      assert.ok(growth <= MOST, `${name}: memory grew by ${growth} bytes`);
    }
    for (const [name, body] of Object.entries(DRAFTS)) {
      const { status, body: said } = await enter("POST", "/submissions", body, { "content-type": JSON_TYPE });
      assert.ok(status >= 400 && status < 500, `${name}: ${status} ${JSON.stringify(said).slice(0, 300)}`);
    }
    assert.equal(contentOf(file), before);
    assert.equal((await enter("GET", `/submissions/${draft.id}`)).status, 200);
    assert.equal(await stop(server), 0);
    const count = Object.keys(TABLES).length + Object.keys(DRAFTS).length;
    return `${count} files refused, nothing changed; memory grew by at most ${Math.round(most / 2 ** 20)} MB`;
  },
};
