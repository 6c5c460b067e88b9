import { describe, expect, test } from "vitest";
import { HEAD, NOW } from "../app.fixture.ts";
import { findTampering } from "../verify/verify.ts";
import { gii2026, type Json, read, revision, slug, team } from "./team.fixture.ts";

describe("from a new edition to a release", async () => {
  const t = await team();
  const past = await (await t.get(`/observations.csv?release=${HEAD}`)).text();
  let made: { id: number; version: number };

  test("the grid shows GII 2026 as overdue, with publisher and link", async () => {
    const { items } = await read(t.lan.get("/entry/grid"));
    const row = items.find((i: Json) => i.indicator === "GII_RANK");
    expect(row).toMatchObject({
      compiler: "WIPO",
      responsible: [expect.any(String)],
      link: expect.stringContaining("wipo.int"),
    });
    const withDue = items.filter((i: { cells: Json[] }) => i.cells.some((c) => c.dueBy !== null));
    expect(withDue.length).toBeGreaterThan(3);
    expect(withDue.filter((i: Json) => !i.link)).toEqual([]);
    expect(row.cells.find((c: Json) => c.timePeriod === 2026)).toMatchObject({
      state: "overdue",
      wanted: "figure",
      dueBy: "2026-09-29",
    });
    const digital = items.find((i: Json) => i.indicator === "DIGITAL_ECONOMY_GDP");
    expect(digital.cells.find((c: Json) => c.timePeriod === 2025)).toMatchObject({
      state: "entered",
      grade: "estimate",
      wanted: "final",
    });
  });
  test("the form has everything that the checks need", async () => {
    const form = await read(t.lan.get("/entry/figure?indicator=GII_RANK&year=2026"));
    expect(form).toMatchObject({
      key: { compiler: "WIPO", refArea: "VNM" },
      current: null,
      knows: { area: true },
      today: "2026-11-21",
    });
    expect(form.series.at(-1)).toEqual({ timePeriod: 2025, value: 44 });
  });
  test("a draft shows published figures, findings, and resulting statuses", async () => {
    made = await t.draft(t.lan, gii2026, { ...revision, reason: null });
    const found = await read(t.lan.get(`/submissions/${made.id}`));
    expect(found.items[0]).toMatchObject({ value: "42", current: null, errors: [], warnings: [] });
    expect(found.items[1].current).toMatchObject({ value: "13.17" });
    expect(found.items[1].errors).toEqual([{ code: "missing_reason", field: "reason", values: {} }]);
    const effect = await read(t.lan.get(`/submissions/${made.id}/effect`));
    expect(effect.statuses).toEqual([
      {
        targetId: "D2289-2030-GII_RANK",
        before: { class: "moving_away", reason: null },
        after: { class: "off_track", reason: null },
      },
    ]);
    expect(await t.head()).toBe(HEAD);
    const grid = await read(t.hoa.get("/entry/grid?from=2026&to=2026"));
    expect(grid.items.find((i: Json) => i.indicator === "GII_RANK").cells[0].proposals).toMatchObject([
      { state: "draft", author: { name: "Lan" }, value: null, hidden: true },
    ]);
  });
  test("cannot be submitted with an error, and can after a correction", async () => {
    const refused = await t.lan.post(`/submissions/${made.id}/submit`, undefined, t.at(made.version));
    expect([refused.status, (await read(refused)).errors]).toEqual([
      422,
      [{ pointer: "/items/1/reason", detail: "missing_reason" }],
    ]);
    const { items } = await read(t.lan.get(`/submissions/${made.id}`));
    made = await read(t.lan.put(`/submissions/${made.id}/items/${items[1].id}`, revision, t.at(made.version)));
    made = await t.submit(t.lan, made);
    expect(made).toMatchObject({ state: "submitted" });
  });
  test("is in the queue, and its author can approve it neither through the page nor the API", async () => {
    expect((await read(t.hoa.get("/reviews"))).items).toMatchObject([{ id: made.id, own: false, items: 2 }]);
    expect(await slug(t.review(t.lan, made, { approve: "all" }))).toBe("forbidden");
    expect(await slug(t.review(t.boss, made, { approve: "all" }))).toBe("forbidden");
  });
  test("is returned with a reason, changed, and submitted again", async () => {
    expect((await t.review(t.hoa, made, { approve: [] })).status).toBe(422);
    const returned = await read(t.review(t.hoa, made, { reason: "Hạng trong bảng 1 là 43" }));
    expect(returned).toMatchObject({ state: "returned", release: null });
    // The reviewer who returned it can read its current content and the reason.
    expect(await read(t.hoa.get(`/submissions/${made.id}`))).toMatchObject({
      state: "returned",
      reviews: [{ reason: "Hạng trong bảng 1 là 43" }],
    });
    expect((await read(t.hoa.get("/submissions"))).items).toMatchObject([{ id: made.id, state: "returned" }]);
    const seen = await read(t.lan.get(`/submissions/${made.id}`));
    expect(seen.reviews).toMatchObject([
      { decision: "return", reason: "Hạng trong bảng 1 là 43", reviewer: { name: "Hoa" } },
    ]);
    made = await read(
      t.lan.put(`/submissions/${made.id}/items/${seen.items[0].id}`, { ...gii2026, value: "43" }, t.at(seen.version)),
    );
    made = await t.submit(t.lan, made);
  });
  test("is approved as one numbered release, with names and reasons, and every response has it at once", async () => {
    const done = await read(t.review(t.hoa, made, { approve: "all" }));
    expect(done).toMatchObject({ state: "approved", release: HEAD + 1 });
    // Decided items still show what they replaced.
    const { items } = await read(t.hoa.get(`/submissions/${made.id}`));
    expect(items.map((i: Json & { current: Json | null }) => i.current?.value ?? null)).toEqual([null, "13.17"]);
    const ledger = await t.json(`/releases/${HEAD + 1}?lang=vi`);
    expect(ledger.release).toMatchObject({
      origin: "submission",
      enteredBy: "Lan",
      approvedBy: "Hoa",
      reconstructed: false,
    });
    expect(ledger.release.reason).toBe(
      "GII 2026, Kinh tế số/GDP 2024; điều chỉnh của cơ quan công bố: Cục Thống kê công bố lại",
    );
    expect((await t.json("/indicators/GII_RANK")).indicator.latest).toMatchObject({
      value: 43,
      timePeriod: 2026,
      rankPool: 139,
      release: HEAD + 1,
      source: `R${HEAD + 1}-1`,
    });
    expect(
      (
        await t.json("/observations?indicator=DIGITAL_ECONOMY_GDP&compiler=NSO&from=2024&to=2024&history=true")
      ).items.map((o: Json) => o.value),
    ).toEqual([13.17, 13.3]);
    expect(await (await t.get(`/observations.csv?release=${HEAD}`)).text()).toBe(past);
    expect(await findTampering({ db: t.db, now: NOW })).toBeNull();
  });
  test("has a sheet with value, source, author, approver, time, reason and release", async () => {
    const { history } = await read(t.boss.get("/entry/figure?indicator=DIGITAL_ECONOMY_GDP&year=2024"));
    expect(history[0]).toMatchObject({
      value: "13.30",
      release: HEAD + 1,
      enteredBy: "Lan",
      approvedBy: "Hoa",
      reason: "publisher_revision",
      submission: made.id,
    });
    expect(history[1]).toMatchObject({ value: "13.17", origin: "seed", submission: null });
  });
  test("is in the audit log in order, for those who may read it", async () => {
    const { items } = await read(t.hoa.get(`/audit?subject=submission ${made.id}`));
    expect(items.map((i: Json) => i.action).reverse()).toEqual([
      "submission.submitted",
      "review.return",
      "submission.submitted",
      "review.approve",
    ]);
    expect((await t.lan.get("/audit")).status).toBe(403);
  });
  test("cannot be changed or decided again", async () => {
    const { version } = await read(t.lan.get(`/submissions/${made.id}`));
    expect(await slug(t.lan.post(`/submissions/${made.id}/withdraw`, undefined, t.at(version)))).toBe("conflict");
    expect(await slug(t.review(t.hoa, { id: made.id, version }, { approve: "all" }))).toBe("conflict");
  });
});

describe("two people on one figure", async () => {
  const t = await team();
  const minh = await t.person("contributor", "Minh");
  test("see each other's proposals; approving one with an outdated base is a 409 with both versions", async () => {
    const first = await t.draft(t.lan, gii2026);
    const second = await t.draft(minh, { ...gii2026, value: "41" });
    expect(second.items[0].others).toEqual([
      { submission: first.id, state: "draft", author: { id: t.lan.actor.id, name: "Lan" }, value: null, hidden: true },
    ]);
    const [a, b] = [await t.submit(t.lan, first), await t.submit(minh, second)];
    expect((await t.review(t.hoa, a, { approve: "all" })).status).toBe(200);
    const lost = await t.review(t.hoa, b, { approve: "all" });
    expect(lost.status).toBe(409);
    const { type, conflicts } = await read(lost);
    expect(type).toContain("base-moved");
    expect(conflicts).toMatchObject([
      { proposed: "41", seenRelease: null, seen: null, current: { value: "42", release: HEAD + 1 } },
    ]);
    expect(await t.head()).toBe(HEAD + 1);
  });
});

describe("versions and keys", async () => {
  const t = await team();
  test("of twenty concurrent changes of one version one wins and nineteen are stale; without If-Match 428", async () => {
    const made = await t.draft(t.lan, gii2026);
    const path = `/submissions/${made.id}/items/${made.items[0].id}`;
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => t.lan.put(path, { ...gii2026, value: String(40 + i) }, t.at(made.version))),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([200, ...Array(19).fill(412)]);
    expect((await t.lan.put(path, gii2026)).status).toBe(428);
    expect((await t.lan.put(path, gii2026, { "if-match": "*" })).status).toBe(412);
  });
  test("an approval sent twice with one Idempotency-Key is one release with the same response", async () => {
    const made = await t.submit(t.lan, await t.draft(t.lan, { ...gii2026, timePeriod: 2026 }));
    const key = { "idempotency-key": "approve-gii-2026" };
    const before = await t.head();
    const [a, b] = await Promise.all([
      t.review(t.hoa, made, { approve: "all" }, key),
      t.review(t.hoa, made, { approve: "all" }, key),
    ]);
    expect([a.status, b.status, await read(a)]).toEqual([200, 200, await read(b)]);
    expect(await t.head()).toBe(before + 1);
    expect(await slug(t.review(t.hoa, made, { approve: "all", reason: "x" }, key))).toBe("key-reused");
  });
  test("a double click without a key makes one release; the second is stale", async () => {
    const made = await t.submit(t.lan, await t.draft(t.lan, { ...revision }));
    const before = await t.head();
    const statuses = (await Promise.all([1, 2].map(() => t.review(t.hoa, made, { approve: "all" })))).map(
      (a) => a.status,
    );
    expect(statuses.sort()).toEqual([200, 412]);
    expect(await t.head()).toBe(before + 1);
  });
});

test("a request whose X-Person is not the signed-in user is rejected without a write", async () => {
  const t = await team();
  const list = async (who: typeof t.lan) => (await read(who.get("/submissions?mine=true"))).items.length as number;
  const before = [await list(t.lan), await list(t.hoa)];
  const late = { "x-person": t.lan.actor.id };
  const body = { title: "Của Lan", items: [] };
  expect(await slug(t.hoa.post("/submissions", body, late))).toBe("unauthenticated");
  expect(await slug(t.hoa.get("/submissions?mine=true", undefined, late))).toBe("unauthenticated");
  expect([await list(t.lan), await list(t.hoa)]).toEqual(before);
  expect((await t.lan.post("/submissions", body, late)).status).toBe(200);
});
