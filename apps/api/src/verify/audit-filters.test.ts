import { expect, test } from "vitest";
import { NOW } from "../app.fixture.ts";
import { accounts } from "../identity/accounts.fixture.ts";
import { hashOf } from "../submissions/evidence/store.ts";
import { correction, explanation, readWords, revisedIn, state } from "../submissions/statements/statements.fixture.ts";
import { gii2026, type Json, read, revision, team } from "../submissions/team.fixture.ts";
import { findTampering } from "./verify.ts";

test("the audit is read by person, indicator, figure and day, in any combination", async () => {
  let now = new Date("2026-11-21T02:00:00Z");
  const t = await team({ now: () => now });
  const gii = await t.submit(t.lan, await t.draft(t.lan, gii2026));
  // 1:00 of the next day in Viet Nam.
  now = new Date("2026-11-21T18:00:00Z");
  const digital = await t.submit(t.lan, await t.draft(t.lan, { ...revision, value: "13.35" }));
  const { release } = await read(t.review(t.hoa, gii, { approve: "all" }));
  await t.hoa.put("/entry/assignments/GII_RANK", { staff: t.lan.actor.id });
  const audit = async (query: string) =>
    (await read(t.boss.get(`/audit?${query}`))).items.map(({ action, subject }: Json) => `${action} ${subject}`);
  const [submitted, approved] = [`submission.submitted submission ${gii.id}`, `review.approve submission ${gii.id}`];
  const published = `release.published release ${release}`;
  expect(await audit("indicator=GII_RANK&timePeriod=2026")).toEqual([
    "assignment.changed indicator GII_RANK",
    published,
    approved,
    submitted,
  ]);
  expect(await audit("indicator=GII_RANK&timePeriod=2026&action=submission.")).toEqual([submitted]);
  expect(await audit("indicator=GII_RANK&timePeriod=2024&action=submission.")).toEqual([]);
  expect(await audit("indicator=GII_RANK&to=2026-11-21&action=review.")).toEqual([]);
  expect(await audit("from=2026-11-22&to=2026-11-22&action=submission.")).toEqual([
    `submission.submitted submission ${digital.id}`,
  ]);
  expect(await audit(`actor=${t.hoa.actor.id}&action=review.`)).toEqual([approved]);
  expect((await t.boss.get("/audit?from=2026-02-30")).status).toBe(422);
});

test("an area tells figures of one indicator and year apart; it and the year need an indicator", async () => {
  const t = await team();
  const own = await t.submit(t.lan, await t.draft(t.lan, gii2026));
  const other = await t.submit(t.lan, await t.draft(t.lan, { ...gii2026, refArea: "THA" }));
  const of = async (query: string) =>
    (await read(t.boss.get(`/audit?action=submission.&indicator=GII_RANK&${query}`))).items.map(
      ({ subject }: Json) => subject,
    );
  expect(await of("timePeriod=2026&refArea=THA")).toEqual([`submission ${other.id}`]);
  expect(await of("timePeriod=2026&refArea=VNM")).toEqual([`submission ${own.id}`]);
  expect(await of("timePeriod=2026")).toEqual([`submission ${other.id}`, `submission ${own.id}`]);
  for (const query of ["refArea=THA", "timePeriod=2026"]) {
    const refused = await t.boss.get(`/audit?${query}`);
    expect([refused.status, (await refused.json()).errors[0].parameter]).toEqual([422, "indicator"]);
  }
});

test("a last day before the first is refused at that parameter", async () => {
  const t = await team();
  const refused = await t.boss.get("/audit?from=2026-11-22&to=2026-11-21");
  expect([refused.status, (await refused.json()).errors[0].parameter]).toEqual([422, "to"]);
  expect((await t.boss.get("/audit?from=2026-11-22&to=2026-11-22")).status).toBe(200);
});

test("letters, corrections, explanations and words of targets concern their indicators", async () => {
  const t = await team();
  const revised = { ...explanation, content: { ...explanation.content, revisedIn: await revisedIn(t.db) } };
  const asked = { indicator: "FIBRE_HOUSEHOLDS", compiler: "MIC", refArea: "VNM", timePeriod: 2026 };
  const { id } = await read(t.lan.post("/enquiries", { body: "MOST", dueOn: "2026-11-30", figures: [asked] }));
  const scan = new TextEncoder().encode("%PDF-1.7\ntrang 3\n%%EOF");
  await t.lan.post("/evidence?name=trang-3.pdf", scan, { "content-type": "application/octet-stream" });
  const evidence = [hashOf(scan)];
  const said = [];
  for (const one of [correction, revised, { ...readWords, evidence }])
    said.push(`submission ${(await t.submit(t.lan, await state(t, one))).id}`);
  const about = async (query: string) =>
    (await read(t.boss.get(`/audit?${query}`))).items.map(({ subject }: Json) => subject);
  const [corrected, explained, worded] = said;
  expect(await about("indicator=GII_RANK&action=submission.submitted")).toEqual([worded, corrected]);
  expect(await about("indicator=DIGITAL_ECONOMY_GDP&timePeriod=2023&action=submission.submitted")).toEqual([explained]);
  expect(await about("indicator=DIGITAL_ECONOMY_GDP&timePeriod=2022&action=submission.submitted")).toEqual([]);
  expect(await about("indicator=FIBRE_HOUSEHOLDS&timePeriod=2026")).toEqual([`enquiry ${id}`]);
  expect(await about("indicator=FIBRE_HOUSEHOLDS&timePeriod=2025&action=enquiry.")).toEqual([]);
});

test("statements are of the area of their figures: those on targets and explanations of the country, a correction of what it put right", async () => {
  const t = await team();
  const ofTarget = await t.submit(t.lan, await state(t, correction));
  const wrong = { ...gii2026, refArea: "THA" };
  const sent = await t.submit(t.lan, await t.draft(t.lan, wrong));
  await t.review(t.hoa, sent, { approve: "all" });
  const own = { ...wrong, value: "41", reason: "own_error", reasonText: "Chép nhầm dòng", confirmation: "Đúng" };
  const mended = await t.submit(t.lan, await t.draft(t.lan, own));
  const { release } = await read(t.review(t.hoa, mended, { approve: "all" }));
  const about = async (query: string) =>
    (await read(t.boss.get(`/audit?indicator=GII_RANK&${query}`))).items.map(({ subject }: Json) => subject);
  expect(await about("refArea=THA")).toContain(`release ${release}`);
  expect(await about("refArea=THA")).not.toContain(`submission ${ofTarget.id}`);
  expect(await about("refArea=VNM")).not.toContain(`release ${release}`);
  expect(await about("refArea=VNM")).toContain(`submission ${ofTarget.id}`);
  expect(await about("timePeriod=2025")).not.toContain(`release ${release}`);
});

test("what happens to a letter names its body and is found by its indicator", async () => {
  const t = await team();
  const asked = { indicator: "FIBRE_HOUSEHOLDS", compiler: "MIC", refArea: "VNM", timePeriod: 2026 };
  const { id } = await read(t.lan.post("/enquiries", { body: "MOST", dueOn: "2026-11-30", figures: [asked] }));
  const event = { kind: "sent", number: "12/BKHCN-KHTC", on: "2026-11-20" };
  expect((await t.lan.post(`/enquiries/${id}/events`, event)).status).toBe(200);
  const { items } = await read(t.boss.get("/audit?indicator=FIBRE_HOUSEHOLDS&timePeriod=2026&action=enquiry."));
  expect(
    items.map(({ action, detail: { body, bodyName } }: { action: string; detail: Json }) => [action, body, bodyName]),
  ).toEqual([
    ["enquiry.sent", "MOST", "Bộ Khoa học và Công nghệ"],
    ["enquiry.made", "MOST", "Bộ Khoa học và Công nghệ"],
  ]);
  expect(await findTampering({ db: t.db, now: NOW })).toBeNull();
});

test("a refused sign-in at somebody's account is found by the person", async () => {
  const server = await accounts();
  const lan = await server.setUp("lan@example.vn");
  await server.first(lan.email, "không phải mật khẩu này", "127.0.0.5");
  await server.first("nobody@example.vn", "không phải mật khẩu này", "127.0.0.5");
  const boss = await server.person("administrator", "Bình");
  const { items } = await read(boss.get("/staff"));
  const { id } = items.find(({ email }: Json) => email === lan.email);
  const found = async (person: string) =>
    (await read(boss.get(`/audit?actor=${person}&action=session.refused`))).items.map(({ subject }: Json) => subject);
  expect([await found(id), await found(boss.actor.id)]).toEqual([[`staff ${id}`], []]);
});

test("whoever was refused is found by their name", async () => {
  const t = await team();
  expect((await t.lan.get("/audit")).status).toBe(403);
  const { items } = await read(t.boss.get(`/audit?actor=${t.lan.actor.id}&action=access.`));
  expect(items.map((one: Json) => [one.actor, one.detail])).toEqual([
    [expect.objectContaining({ name: "Lan" }), expect.objectContaining({ why: "forbidden" })],
  ]);
});
