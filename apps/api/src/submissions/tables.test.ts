import { describe, expect, test } from "vitest";
import { HEAD } from "../app.fixture.ts";
import { gii2026, type Json, read, slug, team } from "./team.fixture.ts";

const t = await team();
const csv = { "content-type": "text/csv" };
const tryOut = (body: string | Uint8Array, query = "", type: Record<string, string> = csv) =>
  t.lan.post(`/submissions/dry-run?${query}`, body, type);
const events = async () => (await t.events()).length;

describe("our own export is imported with every row unchanged", () => {
  test.each([
    "",
    "lang=en",
    "locale=vi&bom=true",
    "labels=both&include=target",
    "indicator=GII_RANK,EGDI_RANK&area=ASEAN",
  ])("?%s", async (query) => {
    const file = new Uint8Array(await (await t.get(`/observations.csv?${query}`)).arrayBuffer());
    const run = await read(tryOut(file));
    expect([run.ok, run.counts?.new, run.counts?.changed, run.counts?.refused]).toEqual([true, 0, 0, 0]);
    expect(run.counts.unchanged).toBeGreaterThan(200);
  });
});

describe("a pasted table", () => {
  const query =
    "mapping=TIME_PERIOD:0,OBS_VALUE:1&indicator=DIGITAL_ECONOMY_GDP&source=DE-NSO-2601&status=E&published=2026-11-01&reason=publisher_revision&reasonText=B%E1%BA%A3n%20s%E1%BB%ADa";
  const pasted = "Năm\tTỷ trọng\n2025\t14,02\n2024\t13,31\n2023\t12.87\n1999\tkhông\n";
  test("is read with the reader's number format; rejected rows have line, field and reason", async () => {
    const { counts, rows } = await read(tryOut(pasted, query, { "content-type": "text/plain" }));
    expect(counts).toEqual({ new: 0, changed: 2, unchanged: 0, refused: 2 });
    expect(
      rows.map((r: Json & { errors: Json[] }) => [r.line, r.class, r.errors[0]?.field, r.errors[0]?.code]),
    ).toEqual([
      [2, "changed", undefined, undefined],
      [3, "changed", undefined, undefined],
      [4, "refused", "value", "use_decimal_comma"],
      [5, "refused", "value", "not_a_number"],
    ]);
    expect(rows[2].errors[0].values).toEqual({ typed: "12.87", example: "12,87" });
  });
  test("is imported whole or not at all, into one's own draft only", async () => {
    const draft = await t.draft(t.lan);
    const put = (who: typeof t.lan, body: string, version: number, more = "") =>
      who.post(`/submissions/${draft.id}/import?${query}${more}`, body, {
        "content-type": "text/plain",
        ...t.at(version),
      });
    const refused = await read(put(t.lan, pasted, draft.version));
    expect([refused.status, refused.errors.map((e: Json) => e.pointer)]).toEqual([
      422,
      expect.arrayContaining(["/line/4/value", "/line/5/value"]),
    ]);
    expect((await read(t.lan.get(`/submissions/${draft.id}`))).items).toEqual([]);
    expect(await slug(put(t.hoa, "2024\t13,31", draft.version))).toBe("forbidden");
    const done = await read(
      put(
        t.lan,
        "2024\t13,31\n2023\t12,90",
        draft.version,
        "&confirmation=%C4%91%C3%A3%20%C4%91%E1%BB%91i%20chi%E1%BA%BFu",
      ),
    );
    expect(done).toMatchObject({ added: 2, unchanged: 0, submission: { items: 2 } });
    const made = await t.submit(t.lan, done.submission);
    expect(await read(t.review(t.hoa, made, { approve: "all" }))).toMatchObject({
      state: "approved",
      release: HEAD + 1,
    });
    expect(
      (await t.json("/observations?indicator=DIGITAL_ECONOMY_GDP&compiler=NSO&from=2023&to=2024")).items.map(
        (o: Json) => o.value,
      ),
    ).toEqual([12.9, 13.31]);
  });
  test("has a template that can be imported", async () => {
    const answer = await t.lan.get("/entry/template.csv?indicator=GII_RANK");
    const [header = "", row = ""] = (await answer.text()).split("\r\n");
    expect(row).toBe("GII_RANK,WIPO,VNM,2026,,,A,sourced,,,,,,,,,");
    const filled = row
      .split(",")
      .map((cell, i) =>
        header.split(",")[i] === "OBS_VALUE" ? "43" : header.split(",")[i] === "SOURCE" ? "GII2025-CAFEF" : cell,
      );
    expect((await read(tryOut(`${header}\r\n${filled.join(",")}\r\n`))).counts).toMatchObject({ new: 1, refused: 0 });
  });
});

test("an import with a key used for another query is rejected and writes nothing", async () => {
  const draft = await t.draft(t.lan);
  const put = (version: number, status: string) =>
    t.lan.post(
      `/submissions/${draft.id}/import?mapping=TIME_PERIOD:0,OBS_VALUE:1&indicator=GII_RANK&source=GII2025-CAFEF&published=2026-09-16&status=${status}`,
      "2026\t43\n",
      { "content-type": "text/plain", ...t.at(version, { "idempotency-key": "table-of-november" }) },
    );
  const first = await put(draft.version, "P");
  const { submission } = await read(first);
  expect([first.status, submission.items]).toEqual([200, 1]);
  expect(await slug(put(submission.version, "E"))).toBe("key-reused");
  expect((await read(t.lan.get(`/submissions/${draft.id}`))).items).toHaveLength(1);
  const again = await put(draft.version, "P");
  expect([again.status, again.headers.get("idempotent-replayed")]).toEqual([200, "true"]);
});

describe("unreadable files: a clear problem, no change", () => {
  const header = "INDICATOR,COMPILER,REF_AREA,TIME_PERIOD,OBS_VALUE,SOURCE";
  const latin1 = Buffer.from(`${header}\nGII_RANK,WIPO,VNM,2026,43,Chi\xea`, "latin1");
  test("Latin-1 is rejected with the line", async () => {
    const before = await events();
    expect((await read(tryOut(latin1))).errors).toEqual([{ pointer: "/line/2", detail: "not UTF-8" }]);
    expect(await events()).toBe(before);
  });
  test("bytes that are no text are not called a CSV", async () => {
    const bytes = Buffer.from([0x8f, 0x03, 0xc2, 0x11, 0x07, 0xff]);
    expect((await read(tryOut(bytes))).errors).toEqual([{ pointer: "", detail: "not_table" }]);
  });
  test.each([
    ["NUL", `${header}\nGII\0`, { ok: false, line: 2, code: "nul" }],
    ["a quote never closed", `${header}\n"GII`, { ok: false, line: 2, code: "open_quote" }],
    ["wrong headers", "A,B\n1,2", { ok: false, line: 1, code: "unknown_column", column: "A" }],
    ["nothing", "", { ok: false, code: "empty" }],
  ])("%s", async (_, body, expected) => expect(await read(tryOut(body))).toMatchObject(expected));
  test.each([
    ["1e400", "exponent"],
    ["NaN", "no_figure_sign"],
    ["0x1f", "not_a_number"],
    ["=1+1", "not_a_number"],
    ["12 345", "thousands_mark"],
    ["٤٢", "other_digits"],
  ])("%s is no number", async (value, code) => {
    const run = await read(tryOut(`${header}\nGII_RANK,WIPO,VNM,2026,${value},GII2025-CAFEF`));
    expect(run.rows[0]).toMatchObject({
      line: 2,
      class: "refused",
      errors: [{ field: "value", code }],
    });
  });
  test("a body of 50 MB is a 413 before it is read; another media type a 415", async () => {
    const big = new Uint8Array(50 * 1024 * 1024).fill(65);
    for (const [path, type] of [
      ["/submissions/dry-run", "text/csv"],
      ["/submissions", "application/json"],
      ["/evidence?name=x.pdf", "application/pdf"],
    ] as const)
      expect((await t.lan.post(path, big, { "content-type": type })).status).toBe(413);
    expect((await tryOut("x", "", { "content-type": "application/zip" })).status).toBe(415);
    expect((await t.lan.post("/submissions", "x", { "content-type": "text/plain" })).status).toBe(415);
    expect((await t.lan.post("/submissions", "{", { "content-type": "application/json" })).status).toBe(400);
  });
});

describe("a crafted request cannot", () => {
  test("set an approver, a state or a version: unknown fields are rejected by name", async () => {
    for (const extra of ["state", "approvedBy", "reviewer", "id"]) {
      const { errors } = await read(t.lan.post("/submissions", { title: "x", items: [{ ...gii2026, [extra]: "x" }] }));
      expect(errors[0].pointer).toBe(`/items/0/${extra}`);
    }
  });
  test("attach a file that was never uploaded, or refer to missing items", async () => {
    expect(
      (await t.lan.post("/submissions", { title: "x", items: [{ ...gii2026, evidence: ["0".repeat(64)] }] })).status,
    ).toBe(422);
    const draft = await t.draft(t.lan, gii2026);
    expect((await t.lan.del(`/submissions/${draft.id}/items/99999`, undefined, t.at(draft.version))).status).toBe(404);
    const made = await t.submit(t.lan, draft);
    expect((await t.review(t.hoa, made, { approve: [99_999], reason: "x" })).status).toBe(422);
    expect((await t.review(t.hoa, made, { approve: "all", publishAt: "2020-01-01T00:00:00Z" })).status).toBe(422);
  });
});
