import { expect, test } from "vitest";
import { remark } from "../statements/statements.fixture.ts";
import { gii2026, type Json, read, slug, team } from "../team.fixture.ts";

const t = await team();
const newSource = {
  title: "Global Innovation Index 2026",
  publisher: "WIPO",
  kind: "primary",
  date: "2026-09-16",
  url: "https://www.wipo.int/gii2026",
};
const given = {
  numbers: "vi",
  published: "2026-09-16",
  precision: "day",
  edition: "GII 2026",
  place: "Bảng 1",
  confirmation: "Đã đối chiếu với bản in",
  newSource: JSON.stringify(newSource),
};
const query = (more: Record<string, string> = {}) => new URLSearchParams({ ...given, ...more }).toString();
const HEAD = "INDICATOR\tREF_AREA\tTIME_PERIOD\tOBS_VALUE\tRANK_POOL\tEDITION";
const rowsOf = (...rows: string[]) => [HEAD, ...rows].join("\n");
const post = (path: string, body: string, headers: Record<string, string> = {}, who = t.lan) =>
  who.post(path, body, { "content-type": "text/plain", ...headers });
const taken = (draft: Json, body: string, more: Record<string, string> = {}) =>
  read(
    post(`/submissions/${draft.id}/import?${query({ rest: "keep", ...more })}`, body, t.at(draft.version as number)),
  );
const draftOf = (id: unknown) => read(t.lan.get(`/submissions/${id}`));
const rows = async (id: unknown, who = t.lan) => read(who.get(`/submissions/${id}/rows`));

const gii = rowsOf(
  "GII_RANK\tVNM\t2026\t42\t139\t",
  "GII_RANK\tLAO\t2026\t1oo\t139\t",
  "GII_RANK\tTHA\t2026\t43\t139\tGII 2026, bản in",
  "GII_RANK\tXXX\t20226\t60\t139\t",
);

test("a dry run says what is in each row, and holds what is given once against all of them", async () => {
  const run = await read(post(`/submissions/dry-run?${query()}`, gii));
  expect(run.read.columns).toEqual(HEAD.split("\t"));
  expect(run.rows.map((row: Json) => [row.line, row.class])).toEqual([
    [2, "new"],
    [3, "refused"],
    [4, "new"],
    [5, "refused"],
  ]);
  expect(run.rows[1].cells).toEqual({
    INDICATOR: "GII_RANK",
    REF_AREA: "LAO",
    TIME_PERIOD: "2026",
    OBS_VALUE: "1oo",
    RANK_POOL: "139",
  });
});

test("a row names its economy by code or by name; a name of two is refused with both codes", async () => {
  const named = rowsOf(
    "GII_RANK\tViệt Nam\t2026\t42\t139\t",
    "GII_RANK\tsingapore\t2026\t4\t139\t",
    "GII_RANK\tMY\t2026\t3\t139\t",
    "GII_RANK\tAtlantis\t2026\t5\t139\t",
  );
  const run = await read(post(`/submissions/dry-run?${query()}`, named));
  expect(run.rows.map((row: Json) => [row.class, row.refArea, (row.errors as Json[])[0]?.code])).toEqual([
    ["new", "VNM", undefined],
    ["new", "SGP", undefined],
    ["refused", "MY", "ambiguous_area"],
    ["refused", "Atlantis", "unknown_area"],
  ]);
  expect(run.rows[2].errors[0].values).toEqual({ typed: "MY", codes: "MYS, USA" });
});

test("the good rows of a publication go into the draft with its new source, the others stay there to be mended", async () => {
  const pdf = await t.lan.post("/evidence?name=gii.pdf", new TextEncoder().encode("%PDF-1.4\n%%EOF"), {
    "content-type": "application/pdf",
  });
  const { sha256 } = await read(pdf);
  const draft = await t.draft(t.lan);
  const more = { evidence: sha256 };
  expect(await taken(draft, gii, more)).toMatchObject({ added: 2, toMend: 2 });
  const half = await draftOf(draft.id);
  expect(half.toMend).toBe(2);
  expect(half.items).toMatchObject([
    { refArea: "VNM", value: "42", newSource, edition: "GII 2026", published: "2026-09-16", place: "Bảng 1" },
    { refArea: "THA", edition: "GII 2026, bản in", publishedPrecision: "day", evidence: [sha256] },
  ]);
  const { items } = await rows(draft.id);
  expect(items).toMatchObject([
    { line: 3, newSource, evidence: [sha256], cells: { OBS_VALUE: "1oo", EDITION: "GII 2026", PLACE: "Bảng 1" } },
    { line: 5, cells: { REF_AREA: "XXX", TIME_PERIOD: "20226" } },
  ]);
  expect(await slug(t.lan.post(`/submissions/${draft.id}/submit`, undefined, t.at(half.version)))).toBe("conflict");
  expect((await rows(draft.id, t.hoa)).status).toBe(403);

  // One is mended, the other dropped.
  const replaces = items.map(({ id }: Json) => id).join();
  const mended = rowsOf("GII_RANK\tLAO\t2026\t100\t139\t");
  expect(await taken(half, mended, { ...more, replaces })).toMatchObject({ added: 1, toMend: 0 });
  const whole = await draftOf(draft.id);
  expect([whole.items.length, whole.toMend, (await rows(draft.id)).items]).toEqual([3, 0, []]);
  const made = await t.submit(t.lan, whole);
  const done = await read(t.review(t.hoa, made, { approve: "all" }));
  expect(done.state).toBe("approved");
  const published = await t.json(`/observations?indicator=GII_RANK&from=2026&to=2026`);
  expect(new Set(published.items.map((o: Json) => o.source))).toEqual(new Set([`R${done.release}-1`]));
});

test("rows of another table in the same draft stay where they are", async () => {
  const draft = await t.draft(t.lan);
  const bad = rowsOf("GII_RANK\tVNM\t2026\tx\t139\t");
  const first = await taken(draft, bad);
  const [row] = (await rows(draft.id)).items;
  const second = await taken({ ...draft, version: first.submission.version }, rowsOf("EGDI_RANK\tVNM\t2026\ty\t193\t"));
  expect(second.toMend).toBe(2);
  const third = await taken({ ...draft, version: second.submission.version }, HEAD, { replaces: String(row.id) });
  expect([third.toMend, (await rows(draft.id)).items[0].cells.INDICATOR]).toEqual([1, "EGDI_RANK"]);
});

test("rows to mend are of a draft of figures: no statements beside them, and none is handed in or rewritten", async () => {
  const draft = await t.draft(t.lan);
  const { submission } = await taken(draft, rowsOf("GII_RANK\tVNM\t2026\tx\t139\t"));
  const put = t.lan.put(`/submissions/${draft.id}/statements`, { statements: [remark] }, t.at(submission.version));
  expect(await slug(put)).toBe("conflict");
  const run = (sql: string) => expect(t.db.run(sql, { id: draft.id })).rejects;
  await run("UPDATE draft_row SET line = 9 WHERE submission_id = @id").toThrow("never changed");
  await run("UPDATE submission SET state = 'submitted' WHERE id = @id").toThrow("not handed in");
  const sent = await t.submit(
    t.lan,
    await t.draft(t.lan, { ...gii2026, value: "41", reason: "own_error", reasonText: "x", confirmation: "x" }),
  );
  await expect(
    t.db.run("INSERT INTO draft_row (submission_id, line, body) VALUES (@id, 1, '{}')", { id: sent.id }),
  ).rejects.toThrow("does not change");
});

test("what is given wrong is named and changes nothing; more rows than can be mended are refused", async () => {
  const draft = await t.draft(t.lan);
  for (const [name, value] of [
    ["newSource", "{"],
    ["newSource", '{"title":"x"}'],
    ["evidence", "x"],
    ["precision", "week"],
    ["replaces", "1,x"],
  ] as const) {
    const refused = await taken(draft, gii, { [name]: value });
    expect([refused.status, refused.errors[0].parameter]).toEqual([422, name]);
  }
  expect(await taken(draft, gii, { evidence: "0".repeat(64) })).toMatchObject({ status: 422 });
  const many = rowsOf(...Array.from({ length: 1001 }, () => "GII_RANK\tVNM\t2026\tx\t139\t"));
  expect(await taken(draft, many)).toMatchObject({ status: 422 });
  expect(await draftOf(draft.id)).toMatchObject({ version: draft.version, toMend: 0, items: [] });
});

test("a row has its own copy of the source, or else those given for the table", async () => {
  const upload = async (name: string, text: string) => {
    const body = new TextEncoder().encode(`%PDF-1.4\n${text}\n%%EOF`);
    return (await read(t.lan.post(`/evidence?name=${name}`, body, { "content-type": "application/pdf" }))).sha256;
  };
  const [all, own] = [await upload("a.pdf", "a"), await upload("b.pdf", "b")];
  const table = (copy: string) =>
    ["INDICATOR\tREF_AREA\tTIME_PERIOD\tOBS_VALUE\tRANK_POOL\tEVIDENCE", `EGDI_RANK\tVNM\t2026\t42\t193\t${copy}`]
      .concat("EGDI_RANK\tTHA\t2026\t43\t193\t")
      .join("\n");
  const draft = await t.draft(t.lan);
  expect(await taken(draft, table("0".repeat(64)))).toMatchObject({ status: 422 });
  await taken(draft, table(own), { evidence: all });
  const { items } = await draftOf(draft.id);
  expect(items.map((one: Json) => one.evidence)).toEqual([[own], [all]]);
  const run = await read(post(`/submissions/dry-run?${query()}`, table("b.pdf")));
  expect(run.rows[0].errors).toMatchObject([{ code: "unknown_value", field: "evidence" }]);
});
