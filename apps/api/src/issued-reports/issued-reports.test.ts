import { describe, expect, test } from "vitest";
import { HEAD, NOW } from "../app.fixture.ts";
import { PAPERS, report as signed, state } from "../submissions/statements/statements.fixture.ts";
import { type Json, read, slug, team } from "../submissions/team.fixture.ts";
import { findTampering } from "../verify/verify.ts";

type Team = Awaited<ReturnType<typeof team>>;
const DIGITAL = "D2289-2030-DIGITAL_ECONOMY_GDP";
const EGDI = "D2289-2030-EGDI_RANK";
const NAMED = { number: "12/BC-BKHCN", date: "2026-11-20" };
/** On the newest data. */
const report = { ...signed, content: { ...signed.content, dataRelease: HEAD } };
const withContent = (content: Json) => ({ ...report, content: { ...report.content, ...content } });
/** The digital-economy share of the newest year, put right. */
const corrected = {
  ...{ indicator: "DIGITAL_ECONOMY_GDP", compiler: "NSO", refArea: "VNM", timePeriod: 2025, value: "14.20" },
  ...{ obsStatus: ["E"], source: "DE-NSO-2601", published: "2026-01-06", reason: "own_error", reasonText: "Chép nhầm" },
  confirmation: "đã xem lại",
};

async function teamWithPapers(): Promise<Team> {
  const t = await team();
  const raw = { "content-type": "application/octet-stream" };
  for (const [name, bytes] of [
    ["bc.docx", PAPERS.text],
    ["bc.pdf", PAPERS.signed],
  ] as const)
    expect((await t.lan.post(`/evidence?name=${name}`, bytes, raw)).status).toBe(200);
  return t;
}
const register = async (t: Team, statement: Json = report) =>
  read(t.review(t.hoa, await t.submit(t.lan, await state(t, statement)), { approve: "all" }));
const listed = async (t: Team, query = "") => (await read(t.get(`/issued-reports${query}`))).items;
const onTarget = async (t: Team, id: string) => (await read(t.get(`/targets/${id}`))).issuedReports;

describe("a report that was issued", async () => {
  const t = await teamWithPapers();
  test.each<[string, Json, string, string]>([
    [
      "the id of another",
      { ...report, subject: "x" },
      "subject",
      "expected 2026-11-20-12-BC-BKHCN, by its number and date",
    ],
    [
      "a day to come",
      { ...withContent({ date: "2026-11-22" }), subject: "2026-11-22-12-BC-BKHCN" },
      "content/date",
      "expected a day up to today",
    ],
    [
      "an open place for its number",
      withContent({ number: "[số]/BC" }),
      "content/number",
      "expected a number and symbol such as 12/BC-BKHCN",
    ],
    [
      "an open place of full width for its number",
      withContent({ number: "［12］/BC" }),
      "content/number",
      "expected a number and symbol such as 12/BC-BKHCN",
    ],
    [
      "data of after it",
      withContent({ dataDay: "2026-11-21" }),
      "content/dataDay",
      "expected a day up to that of the report",
    ],
    [
      "a period that had not begun",
      withContent({ period: "2027" }),
      "content/period",
      "expected a period that had begun by 2026-11-19",
    ],
    [
      "a release that there is not",
      withContent({ dataRelease: 999 }),
      "content/dataRelease",
      `no release 999; the newest is ${HEAD}`,
    ],
    [
      "data older than their release",
      withContent({ dataDay: "2025-01-01", period: "2024" }),
      "content/dataRelease",
      "expected a release published by 2025-01-01",
    ],
    ["no final text", { ...report, evidence: report.evidence.slice(1) }, "evidence", "expected its final text as DOCX"],
    [
      "no signed paper",
      { ...report, evidence: report.evidence.slice(0, 1) },
      "evidence",
      "expected the signed paper as PDF",
    ],
  ])("is not registered with %s", async (_, statement, field, detail) => {
    const answer = await t.lan.post("/submissions", { title: "x", statements: [statement] });
    expect([answer.status, (await read(answer)).errors]).toEqual([
      422,
      [{ pointer: `/statements/0/${field}`, detail }],
    ]);
  });

  test("is said of nothing until a second person has approved it", async () => {
    const made = await t.submit(t.lan, await state(t, report));
    expect(await slug(t.review(t.lan, made, { approve: "all" }))).toBe("forbidden");
    expect([await listed(t), await onTarget(t, DIGITAL)]).toEqual([[], []]);
    expect(await read(t.review(t.hoa, made, { approve: "all" }))).toMatchObject({
      state: "approved",
      release: HEAD + 1,
    });
    const [one] = await listed(t);
    expect(one).toMatchObject({
      ...NAMED,
      period: "2026",
      dataDay: "2026-11-19",
      dataRelease: { id: HEAD },
      release: HEAD + 1,
    });
    expect(one.sameTargets).toEqual(expect.arrayContaining([DIGITAL, EGDI]));
    expect(await onTarget(t, DIGITAL)).toMatchObject([NAMED]);
    expect([await listed(t, `?release=${HEAD}`), await listed(t, "?asOf=2026-11-20")]).toEqual([[], []]);
    expect((await read(t.get(`/releases/${HEAD + 1}`))).release.reason).toBe(
      "Báo cáo đã ban hành: số 12/BC-BKHCN ngày 20/11/2026",
    );
    expect((await read(t.get(`/releases/${HEAD + 1}?lang=en`))).definitions).toMatchObject([
      { name: "Report issued: 12/BC-BKHCN of 20 November 2026" },
    ]);
  });

  test("is registered once, however its number is spelled; its papers are for staff", async () => {
    for (const number of ["12/BC-BKHCN", "12 / bc-bkhcn"]) {
      const again = await t.lan.post("/submissions", { title: "x", statements: [withContent({ number })] });
      expect((await read(again)).errors).toEqual([
        {
          pointer: "/statements/0/content/number",
          detail: `a report of this number and date is registered already, in release ${HEAD + 1}`,
        },
      ]);
    }
    for (const hash of report.evidence) {
      expect((await t.ask("GET", `/evidence/${hash}`)).status).toBe(401);
      expect((await t.hoa.get(`/evidence/${hash}`)).status).toBe(200);
    }
    expect(JSON.stringify(await read(t.get("/statements?kind=report")))).not.toContain(report.evidence[1]);
  });

  test("is what the next report is compared with, from its own release on", async () => {
    const compared = async (query: string) => (await read(t.get(`/report${query}`))).comparedWith.day;
    expect(await compared("")).toBe("2026-11-19");
    expect(await compared(`?release=${HEAD}`)).not.toBe("2026-11-19");
    expect(await compared(`?compare=40`)).not.toBe("2026-11-19");
  });

  test("is named to the reviewer of another figure, and once that is published by its revision and no longer beside the target", async () => {
    const made = await t.submit(t.lan, await t.draft(t.lan, corrected));
    const { issuedReports } = await read(t.hoa.get(`/submissions/${made.id}/effect`));
    expect(issuedReports).toMatchObject([
      { ...NAMED, figures: [{ indicator: "DIGITAL_ECONOMY_GDP", compiler: "NSO", timePeriod: 2025 }] },
    ]);
    await t.review(t.hoa, made, { approve: "all" });
    expect(await onTarget(t, DIGITAL)).toEqual([]);
    expect(await onTarget(t, EGDI)).toMatchObject([NAMED]);
    const { figures } = await read(t.get("/indicators/DIGITAL_ECONOMY_GDP/revisions/2025"));
    expect(figures[0].revisions.at(-1)).toMatchObject({ revisedIn: { id: HEAD + 2 }, issuedReports: [NAMED] });
    // An earlier revision of another figure is older than the data of the report.
    const older = await read(t.get("/indicators/DIGITAL_ECONOMY_GDP/revisions/2023"));
    expect(older.figures[0].revisions.map((one: Json) => one.issuedReports)).toEqual([[]]);
    expect(await findTampering({ db: t.db, now: NOW })).toBeNull();
  });

  test("is withdrawn with a reason, without its papers; past days keep it", async () => {
    await register(t, { ...report, withdrawn: true, evidence: [], reasonText: "Đăng ký nhầm" });
    expect([await listed(t), await onTarget(t, EGDI)]).toEqual([[], []]);
    expect(await listed(t, `?release=${HEAD + 2}`)).toMatchObject([NAMED]);
  });
});
