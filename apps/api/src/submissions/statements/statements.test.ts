import { describe, expect, test } from "vitest";
import { HEAD, NOW } from "../../app.fixture.ts";
import { findTampering } from "../../verify/verify.ts";
import { hashOf } from "../evidence/store.ts";
import { publishDue } from "../review/scheduled.ts";
import { type Json, read, slug, team } from "../team.fixture.ts";
import { correction, duty, orientation, readWords, remark, state, trial } from "./statements.fixture.ts";

type Team = Awaited<ReturnType<typeof team>>;
const approve = async (t: Team, ...statements: Json[]) =>
  read(t.review(t.hoa, await t.submit(t.lan, await state(t, ...statements)), { approve: "all" }));
const at = async (t: Team, path: string): Promise<Json & { items: Json[] }> => read(t.get(path));
const statusIn = (list: { items: Json[] }, id: string) => list.items.find((one) => one.id === id)?.status;

describe("a remark of the responsible body", async () => {
  const t = await team();
  const before = await at(t, "/indicators/GII_RANK");
  let made: { id: number; version: number };

  test("is proposed by one person, with what is published now", async () => {
    made = await state(t, remark);
    expect(made).toMatchObject({
      items: [],
      statements: [
        {
          id: "remark/D2289-2030-GII_RANK/MOST",
          proposed: { ...remark, withdrawn: false, baseRelease: null },
          current: null,
          moved: false,
        },
      ],
    });
    expect(await slug(t.hoa.get(`/submissions/${made.id}`))).toBe("forbidden");
  });
  test("is submitted, and approved by another, never by its author", async () => {
    made = await t.submit(t.lan, made);
    expect((await read(t.hoa.get("/reviews"))).items).toMatchObject([{ id: made.id, items: 0, statements: 1 }]);
    expect(await slug(t.review(t.lan, made, { approve: "all" }))).toBe("forbidden");
    expect((await t.review(t.hoa, made, { approve: [1] })).status).toBe(422);
    const done = await read(t.review(t.hoa, made, { approve: "all" }));
    expect(done).toMatchObject({ state: "approved", release: HEAD + 1 });
  });
  test("stands in a release of its own that names target and assessed release", async () => {
    const { release, definitions, observations, statuses } = await at(t, `/releases/${HEAD + 1}`);
    expect(release).toMatchObject({
      reason: `Ý kiến của Bộ Khoa học và Công nghệ về Thứ hạng GII 2030 (123/BKHCN-ĐMST; đánh giá tại đợt cập nhật số ${remark.content.assessedRelease})`,
      enteredBy: "Lan",
      approvedBy: "Hoa",
    });
    expect([definitions, observations, statuses]).toEqual([
      [
        {
          ...{ kind: "statement", id: "remark/D2289-2030-GII_RANK/MOST", change: "added" },
          name: `Ý kiến của Bộ Khoa học và Công nghệ về Thứ hạng GII 2030 (123/BKHCN-ĐMST; đánh giá tại đợt cập nhật số ${remark.content.assessedRelease})`,
        },
      ],
      [],
      [],
    ]);
  });
  test("stands beside the assessments, which it does not change, from its day on", async () => {
    const now = await at(t, "/indicators/GII_RANK");
    expect(now.remarks).toEqual([{ ...remark, release: HEAD + 1 }]);
    expect(now.assessments).toEqual(before.assessments);
    for (const past of [`release=${HEAD}`, "asOf=2026-11-20"])
      expect((await at(t, `/indicators/GII_RANK?${past}`)).remarks).toEqual([]);
    expect((await at(t, "/indicators/EGDI_RANK")).remarks).toEqual([]);
    expect((await at(t, "/statements?kind=remark")).items).toEqual(now.remarks);
    expect((await at(t, "/statements?subject=D2289-2025-GII_RANK")).items).toEqual([]);
  });
  test("is changed with a reason, and withdrawn; what was published stays in its release", async () => {
    const other = { ...remark, content: { ...remark.content, person: "Trần Thị Bình, Phó Vụ trưởng" } };
    const silent = await t.lan.post("/submissions", { title: "x", statements: [other] });
    expect([silent.status, (await read(silent)).errors]).toEqual([
      422,
      [{ pointer: "/statements/0/reasonText", detail: "say why the published statement changes" }],
    ]);
    expect(await approve(t, { ...other, reasonText: "Ghi nhầm người ký" })).toMatchObject({ release: HEAD + 2 });
    expect(await approve(t, { ...other, withdrawn: true, reasonText: "Bộ rút công văn" })).toMatchObject({
      release: HEAD + 3,
    });
    const seen = async (n: number) => (await at(t, `/indicators/GII_RANK?release=${n}`)).remarks;
    expect([await seen(HEAD + 1), await seen(HEAD + 2), await seen(HEAD + 3)]).toEqual([
      [{ ...remark, release: HEAD + 1 }],
      [{ ...other, release: HEAD + 2 }],
      [],
    ]);
    expect((await at(t, `/releases/${HEAD + 3}`)).release).toMatchObject({
      reason: expect.stringMatching(/^rút: Ý kiến .*; Bộ rút công văn$/),
    });
    expect(await findTampering({ db: t.db, now: NOW })).toBeNull();
  });
});

describe("the state of duties, orientations and proposals", async () => {
  const t = await team();
  test("is that there is no information, and that a firm proposed something, until somebody records more", async () => {
    const nothing = { checkedOn: null, source: null, place: null, note: null, release: null };
    for (const list of [await at(t, "/commitments"), await at(t, "/orientations?lang=en")]) {
      expect(list.items.length).toBeGreaterThan(5);
      for (const { status } of list.items) expect(status).toEqual({ state: "no_information", ...nothing });
    }
    for (const { status } of (await at(t, "/trials")).items)
      expect(status).toEqual({ state: "proposed", ...nothing, legalBasis: null });
  });
  test("is approved together, and read with its source and day from its release on", async () => {
    expect(await approve(t, duty, orientation, trial)).toMatchObject({ release: HEAD + 1 });
    const note = { vi: "Mới có một lĩnh vực", en: null };
    const [commitments, orientations, trials] = [
      await at(t, "/commitments?lang=en"),
      await at(t, "/orientations"),
      await at(t, "/trials"),
    ];
    expect(statusIn(commitments, "affiliate-two-areas")).toEqual({
      ...{
        state: "in_progress",
        checkedOn: "2026-11-20",
        source: `R${HEAD + 1}-1`,
        place: "Mục 2",
        note,
        release: HEAD + 1,
      },
    });
    expect(statusIn(orientations, "D2289-cooperation")).toMatchObject({ state: "done", source: "C4IR-2511" });
    expect(statusIn(trials, "viettel-2020")).toMatchObject({
      state: "trial",
      legalBasis: { vi: "Nghị định số …", en: null },
    });
    const listed = (await at(t, "/sources")).items.find(({ id }) => id === `R${HEAD + 1}-1`);
    expect(listed).toMatchObject({ title: "Báo cáo hoạt động năm 2026", note: "Mục 2" });
    expect(statusIn(await at(t, "/commitments?asOf=2026-11-20"), "affiliate-two-areas")).toMatchObject({
      state: "no_information",
    });
    expect(await findTampering({ db: t.db, now: NOW })).toBeNull();
  });
});

test.each(["a correction", "the words of a target"])(
  "%s is approved by no reviewer who wrote it, nor as a copy",
  async (which) => {
    const t = await team();
    const scan = new TextEncoder().encode("%PDF-1.7\ntrang 3\n%%EOF");
    await t.hoa.post("/evidence?name=3.pdf", scan, { "content-type": "application/octet-stream" });
    const own = which === "a correction" ? correction : { ...readWords, evidence: [hashOf(scan)] };
    const first = await t.submit(t.hoa, await read(t.hoa.post("/submissions", { title: "x", statements: [own] })));
    expect(await slug(t.review(t.hoa, first, { approve: "all" }))).toBe("own-work");
    await t.hoa.post(`/submissions/${first.id}/withdraw`, undefined, t.at(first.version));
    // Neither may anybody else make it theirs for her to approve.
    expect(await slug(t.lan.post(`/submissions/${first.id}/copy`))).toBe("forbidden");
    const copy = await t.submit(t.hoa, await read(t.hoa.post(`/submissions/${first.id}/copy`)));
    expect(await slug(t.review(t.hoa, copy, { approve: "all" }))).toBe("own-work");
    const vy = await t.person("reviewer", "Vy");
    expect((await t.review(vy, copy, { approve: "all" })).status).toBe(200);
  },
);

test("a statement published anew since its author saw it is not approved: 409 with both versions", async () => {
  const t = await team();
  const [first, second] = [await state(t, orientation), await state(t, { ...duty, reasonText: "x" }, orientation)];
  await t.review(t.hoa, await t.submit(t.lan, first), { approve: "all" });
  const lost = await t.lan.post(`/submissions/${second.id}/submit`, undefined, t.at(second.version));
  expect(lost.status).toBe(409);
  const { type, conflicts } = await read(lost);
  expect(type).toContain("base-moved");
  expect(conflicts).toMatchObject([
    { statement: "orientation/D2289-cooperation", seenRelease: null, seen: null, current: { release: HEAD + 1 } },
  ]);
  expect((await read(t.lan.get(`/submissions/${second.id}`))).statements).toMatchObject([
    { moved: false },
    { moved: true, current: { release: HEAD + 1 } },
  ]);
});

test("a scheduled statement is published at its instant, and hidden from colleagues until then", async () => {
  let now = NOW;
  const t = await team({ now: () => now });
  const copy = new TextEncoder().encode("%PDF-1.7\ncông văn\n%%EOF");
  await t.lan.post("/evidence?name=cv.pdf", copy, { "content-type": "application/octet-stream" });
  const made = await t.submit(t.lan, await state(t, { ...remark, evidence: [hashOf(copy)] }));
  const colleague = await t.person("contributor", "Minh");
  const readsFile = async () => (await colleague.get(`/evidence/${hashOf(copy)}`)).status;
  const reads = async () => {
    const [{ proposed, files }] = (await read(colleague.get(`/submissions/${made.id}`))).statements;
    return [proposed !== null, files.length, await readsFile()];
  };
  expect(await reads()).toEqual([true, 1, 200]);
  const publishAt = new Date(NOW.getTime() + 3_600_000);
  await t.review(t.hoa, made, { approve: "all", publishAt: publishAt.toISOString() });
  expect(await reads()).toEqual([false, 0, 404]);
  expect((await at(t, "/statements")).items).toEqual([]);
  now = publishAt;
  expect(await publishDue(t.db, now)).toEqual([HEAD + 1]);
  expect((await at(t, "/statements")).items).toMatchObject([{ kind: "remark", release: HEAD + 1 }]);
  expect(await reads()).toEqual([true, 1, 200]);
  expect(await findTampering({ db: t.db, now })).toBeNull();
});
