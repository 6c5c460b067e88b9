import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { emptyFolder, HEAD, NOW, SEED_DIR } from "../../app.fixture.ts";
import { tamper } from "../../db/raw.fixture.ts";
import { loadSeed } from "../../seed/load.ts";
import { findTampering } from "../../verify/verify.ts";
import { hashOf } from "../evidence/store.ts";
import { type Json, read, team } from "../team.fixture.ts";
import { readWords, state } from "./statements.fixture.ts";

type Team = Awaited<ReturnType<typeof team>>;
const TARGET = "D2289-2030-GII_RANK";
const OTHER = "D2289-2030-EGDI_RANK";
const SCAN = new TextEncoder().encode("%PDF-1.7\ntrang 3\n%%EOF");
const verbatim = { ...readWords, evidence: [hashOf(SCAN)] };
const { wording } = readWords.content;
const withContent = (content: Json) => ({ ...verbatim, content: { ...verbatim.content, ...content } });

async function teamWithScan(): Promise<Team> {
  const t = await team();
  await t.lan.post("/evidence?name=trang-3.pdf", SCAN, { "content-type": "application/octet-stream" });
  return t;
}
/** The submission of some statements, once it was approved. */
async function approve(t: Team, ...statements: Json[]) {
  const made = await t.submit(t.lan, await state(t, ...statements));
  expect(await read(t.review(t.hoa, made, { approve: "all" }))).toMatchObject({ state: "approved" });
  return read(t.lan.get(`/submissions/${made.id}`));
}
const targetAt = async (t: Team, id: string, query = "") => (await read(t.get(`/targets/${id}${query}`))).target;
const toRead = async (t: Team, id: string) =>
  (await read(t.lan.get("/entry/verbatim"))).items.find(({ target }: Json) => target === id);

describe("words of a target as read in the signed text", async () => {
  const t = await teamWithScan();
  test.each<[string, Json, string, string]>([
    ["an unknown target", { ...verbatim, subject: "X" }, "/subject", "unknown target X"],
    ["a day to come", withContent({ checkedOn: "2026-11-22" }), "/content/checkedOn", "expected a day up to today"],
    [
      "a day of long ago",
      withContent({ checkedOn: "0001-01-01" }),
      "/content/checkedOn",
      "expected a day from 1900-01-01 on",
    ],
    ["no source", { ...verbatim, newSource: null }, "/content/source", "expected the source that says so"],
    [
      "a page of the press",
      { ...withContent({ source: "D2289-GIALAI" }), newSource: null },
      "/content/source",
      "expected the text of the document itself",
    ],
    [
      "a new source of another kind",
      { ...verbatim, newSource: { ...verbatim.newSource, kind: "press" } },
      "/newSource/kind",
      "expected legal_text",
    ],
    ["no scan", { ...verbatim, evidence: [] }, "/evidence", "expected a scan of the page"],
    ["page 0", withContent({ page: 0 }), "/content/page", "Too small: expected number to be >=1"],
    [
      "no translation",
      withContent({ wording: { vi: "x", en: "" } }),
      "/content/wording/en",
      "expected some text, found none",
    ],
  ])("are refused with %s, by field", async (_, statement, pointer, detail) => {
    const answer = await t.lan.post("/submissions", { title: "x", statements: [statement] });
    expect([answer.status, (await read(answer)).errors]).toEqual([
      422,
      [{ pointer: `/statements/0${pointer}`, detail }],
    ]);
  });
});

describe("a target whose words were read in the signed text", async () => {
  const t = await teamWithScan();
  const [before, other] = [await targetAt(t, TARGET), await targetAt(t, OTHER)];
  const pace = (await read(t.get("/indicators/GII_RANK"))).assessments;

  test("is proposed beside the words that it replaces, and stands in the list of what is under way", async () => {
    const made = await state(t, verbatim);
    expect(made.statements).toMatchObject([
      { id: `verbatim/${TARGET}`, current: null, replaces: before.wording, files: [{ name: "trang-3.pdf" }] },
    ]);
    const proposal = { submission: made.id, state: "draft", author: "Lan" };
    expect(await toRead(t, TARGET)).toMatchObject({
      ...{ wordingBasis: "press", verbatim: null, enteredBy: null, approvedBy: null, proposals: [proposal] },
    });
    const seen = (await read(t.hoa.get("/entry/verbatim"))).items;
    expect(seen.every(({ proposals }: { proposals: Json[] }) => proposals.length === 0)).toBe(true);
    const handed = await t.submit(t.lan, made);
    const returned = await read(t.review(t.hoa, handed, { reason: "Thiếu dấu phẩy" }));
    await t.answer(t.lan, made.id, { statement: made.statements[0].id });
    const again = await t.submit(t.lan, { id: made.id, version: returned.version });
    const recalled = await read(t.lan.post(`/submissions/${again.id}/recall`, undefined, t.at(again.version)));
    expect((await toRead(t, TARGET)).proposals).toMatchObject([{ state: "draft" }]);
    expect((await t.lan.post(`/submissions/${made.id}/withdraw`, undefined, t.at(recalled.version))).status).toBe(200);
    expect((await toRead(t, TARGET)).proposals).toEqual([]);
  });

  test("has its words, clause, page and day from its release on; the others and past days keep theirs", async () => {
    const done = await approve(t, verbatim);
    expect(done.statements).toMatchObject([{ current: null, replaces: before.wording }]);
    const source = `R${HEAD + 1}-1`;
    const known = {
      ...{ ...before, wording, wordingBasis: "signed_text", clause: "Mục II.2.b", source },
      verbatim: { clause: "Mục II.2.b", page: 3, checkedOn: "2026-11-20", source, differs: null, release: HEAD + 1 },
    };
    expect(await targetAt(t, TARGET)).toEqual(known);
    expect(await targetAt(t, OTHER)).toEqual(other);
    for (const query of [`?release=${HEAD}`, "?asOf=2026-11-20"])
      expect(await targetAt(t, TARGET, query)).toEqual(before);
    const page = await read(t.get("/indicators/GII_RANK"));
    expect(page.targets.find(({ id }: Json) => id === TARGET)).toEqual(known);
    expect(page.sources.find(({ id }: Json) => id === source)).toMatchObject({ title: verbatim.newSource.title });
    expect(page.assessments).toEqual(pace);
    const listed = (await read(t.get("/targets"))).items;
    expect(listed.filter((one: Json) => one.verbatim)).toEqual([known]);
    const [head = "", ...lines] = (await (await t.get("/targets.csv")).text()).split("\r\n");
    expect(head).toMatch(/,NOTE,PAGE,CHECKED_ON$/);
    expect(lines.filter((line) => line.endsWith(",3,2026-11-20"))).toHaveLength(1);
  });

  test("stands in the ledger under its clause, and in the list with who entered and who approved it", async () => {
    const { release, definitions } = await read(t.get(`/releases/${HEAD + 1}?lang=en`));
    expect(definitions).toContainEqual({
      ...{ kind: "statement", id: `verbatim/${TARGET}`, change: "added" },
      name: expect.stringMatching(/^Wording checked against the signed text: .* 2030 \(Mục II\.2\.b, page 3\)$/),
    });
    const [newest] = (await read(t.get("/releases"))).items;
    expect(newest).toMatchObject({ id: HEAD + 1, indicators: ["GII_RANK"] });
    expect(await toRead(t, TARGET)).toMatchObject({
      ...{ wordingBasis: "signed_text", enteredBy: "Lan", approvedBy: "Hoa", publishedAt: release.publishedAt },
      ...{ verbatim: { page: 3, release: HEAD + 1 }, proposals: [] },
    });
    expect(await toRead(t, OTHER)).toMatchObject({ wordingBasis: "press", verbatim: null });
  });

  test("says what the text asks otherwise, is mended with a reason, and withdrawn; then it is as quoted before", async () => {
    const differs = { vi: "Văn bản ghi nhóm 45", en: null };
    const source = `R${HEAD + 1}-1`;
    const mended = { ...withContent({ wording: { ...wording, vi: "nhóm 45" }, differs, source }), newSource: null };
    const silent = await read(t.lan.post("/submissions", { title: "x", statements: [mended] }));
    expect(silent.errors).toEqual([
      { pointer: "/statements/0/reasonText", detail: "say why the published statement changes" },
    ]);
    const done = await approve(t, { ...mended, reasonText: "Gõ sai" });
    expect(done).toMatchObject({ reviews: [{ release: HEAD + 2 }], statements: [{ replaces: wording }] });
    expect(await targetAt(t, TARGET)).toMatchObject({ wording: { vi: "nhóm 45" }, verbatim: { differs } });
    expect((await targetAt(t, TARGET)).value).toBe(before.value);
    await approve(t, { ...mended, withdrawn: true, reasonText: "Nhầm văn bản", evidence: [] });
    expect(await targetAt(t, TARGET)).toEqual(before);
    expect((await targetAt(t, TARGET, `?release=${HEAD + 1}`)).wording).toEqual(wording);
    expect(await findTampering({ db: t.db, now: NOW })).toBeNull();
  });

  test("is named by verify where its words were changed past the review", async () => {
    const change = "SET body = json_set(body, '$.content.wording.vi', 'x')";
    tamper(t.db.file, `UPDATE submission_statement ${change} WHERE id = 'verbatim/${TARGET}' AND withdrawn = 0`);
    expect(await findTampering({ db: t.db, now: NOW })).toMatch(/^statement verbatim\/\S+ of release \d+: is not what/);
    tamper(t.db.file, `UPDATE definition_revision ${change} WHERE id = 'verbatim/${TARGET}' AND body IS NOT NULL`);
    expect(await findTampering({ db: t.db, now: NOW })).toMatch(/^release \d+: its figures were changed/);
  });
});

test("words that were read stay where data/seed changes the target, and what it is assessed by is that of data/seed", async () => {
  const t = await teamWithScan();
  await approve(t, verbatim);
  const folder = join(emptyFolder(), "seed");
  cpSync(SEED_DIR, folder, { recursive: true });
  const file = join(folder, "targets/D2289.yaml");
  const [head = "", rest = ""] = readFileSync(file, "utf8").split(`- id: ${TARGET}\n`);
  const changed = rest.replace(/value: \d+/, "value: 45").replace(/vi: .*thuộc nhóm 40.*/, "vi: câu trích khác");
  writeFileSync(file, `${head}- id: ${TARGET}\n${changed}`);
  await loadSeed(t.db, folder, NOW);
  expect(await targetAt(t, TARGET)).toMatchObject({ value: 45, wording, wordingBasis: "signed_text" });
});
