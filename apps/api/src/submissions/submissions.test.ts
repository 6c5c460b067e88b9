import { describe, expect, test } from "vitest";
import { findTampering } from "../audit/verify.ts";
import { staffedApp } from "../test-staff.ts";

type Json = Record<string, unknown>;
// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects, and fails where it is not there
const read = async (answer: Response | Promise<Response>): Promise<any> => (await answer).json();
const slug = async (answer: Response | Promise<Response>) =>
  (await read(answer)).type.replace("urn:moc2030:problem:", "");

const newSource = {
  title: "Global Innovation Index 2026",
  publisher: "WIPO",
  kind: "primary",
  date: "2026-09-16",
  url: "https://www.wipo.int/gii2026",
};
const gii2026 = {
  indicator: "GII_RANK",
  compiler: "WIPO",
  refArea: "VNM",
  timePeriod: 2026,
  value: "42",
  rankPool: 139,
  newSource,
  edition: "GII 2026",
  published: "2026-09-16",
  place: "Table 1",
};
const revision = {
  indicator: "DIGITAL_ECONOMY_GDP",
  compiler: "NSO",
  refArea: "VNM",
  timePeriod: 2024,
  value: "13.30",
  obsStatus: ["P"],
  source: "DE-NSO-2601",
  published: "2026-11-01",
  reason: "publisher_revision",
  reasonText: "Cục Thống kê công bố lại",
  confirmation: "Số sơ bộ lần hai",
};

async function team() {
  const server = await staffedApp();
  const [lan, hoa, boss] = [
    server.person("contributor", "Lan"),
    server.person("reviewer", "Hoa"),
    server.person("administrator", "Bình"),
  ];
  const draft = async (who: typeof lan, ...items: Json[]) => {
    const answer = await who.post("/submissions", { title: "Tháng 11", items });
    expect(answer.status).toBe(200);
    return read(answer);
  };
  const at = (version: number, more: Record<string, string> = {}) => ({ "if-match": `"${version}"`, ...more });
  const submit = async (who: typeof lan, s: { id: number; version: number }) => {
    const answer = await read(who.post(`/submissions/${s.id}/submit`, undefined, at(s.version)));
    expect(answer).toMatchObject({ state: "submitted" });
    return answer;
  };
  const review = (
    who: typeof lan,
    s: { id: number; version: number },
    decision: Json,
    more: Record<string, string> = {},
  ) => who.post(`/submissions/${s.id}/review`, decision, at(s.version, more));
  const head = () => server.db.reader.prepare("SELECT max(id) FROM release").pluck().get() as number;
  return { ...server, lan, hoa, boss, draft, submit, review, at, head };
}

describe("from a new edition to a release", async () => {
  const t = await team();
  const past = await (await t.get("/observations.csv?release=62")).text();
  let made: { id: number; version: number };

  test("the grid says that GII 2026 is overdue, by whom it is published and where", async () => {
    const { items } = await read(t.lan.get("/entry/grid"));
    const row = items.find((i: Json) => i.indicator === "GII_RANK");
    expect(row).toMatchObject({
      compiler: "WIPO",
      responsible: [expect.any(String)],
      link: expect.stringContaining("wipo.int"),
    });
    expect(row.cells.find((c: Json) => c.timePeriod === 2026)).toMatchObject({
      state: "overdue",
      wanted: "figure",
      dueBy: "2026-09-30",
    });
    const digital = items.find((i: Json) => i.indicator === "DIGITAL_ECONOMY_GDP");
    expect(digital.cells.find((c: Json) => c.timePeriod === 2025)).toMatchObject({
      state: "entered",
      grade: "estimate",
      wanted: "final",
    });
  });
  test("the form is filled with what the checks need", async () => {
    const form = await read(t.lan.get("/entry/figure?indicator=GII_RANK&year=2026"));
    expect(form).toMatchObject({
      key: { compiler: "WIPO", refArea: "VNM" },
      current: null,
      knows: { area: true },
      today: "2026-11-21",
    });
    expect(form.series.at(-1)).toEqual({ timePeriod: 2025, value: 44 });
  });
  test("a draft shows what is published, what is wrong, and what the statuses would become", async () => {
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
    expect(t.head()).toBe(62);
    const grid = await read(t.hoa.get("/entry/grid?from=2026&to=2026"));
    expect(grid.items.find((i: Json) => i.indicator === "GII_RANK").cells[0].proposals).toMatchObject([
      { state: "draft", author: { name: "Lan" }, value: "42" },
    ]);
  });
  test("cannot be submitted with an error, and can once it is mended", async () => {
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
  test("is in the queue, and its author approves it neither by the page nor by hand", async () => {
    expect((await read(t.hoa.get("/reviews"))).items).toMatchObject([{ id: made.id, own: false, items: 2 }]);
    expect(await slug(t.review(t.lan, made, { approve: "all" }))).toBe("forbidden");
    expect(await slug(t.review(t.boss, made, { approve: "all" }))).toBe("forbidden");
  });
  test("is returned with a reason, changed, handed in again", async () => {
    expect((await t.review(t.hoa, made, { approve: [] })).status).toBe(422);
    const returned = await read(t.review(t.hoa, made, { reason: "Hạng trong bảng 1 là 43" }));
    expect(returned).toMatchObject({ state: "returned", release: null });
    const seen = await read(t.lan.get(`/submissions/${made.id}`));
    expect(seen.reviews).toMatchObject([
      { decision: "return", reason: "Hạng trong bảng 1 là 43", reviewer: { name: "Hoa" } },
    ]);
    made = await read(
      t.lan.put(`/submissions/${made.id}/items/${seen.items[0].id}`, { ...gii2026, value: "43" }, t.at(seen.version)),
    );
    made = await t.submit(t.lan, made);
  });
  test("is approved as one numbered release, with who and why, and every answer has it at once", async () => {
    const done = await read(t.review(t.hoa, made, { approve: "all" }));
    expect(done).toMatchObject({ state: "approved", release: 63 });
    const ledger = await t.json("/releases/63?lang=vi");
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
      release: 63,
      source: "R63-1",
    });
    expect(
      (
        await t.json("/observations?indicator=DIGITAL_ECONOMY_GDP&compiler=NSO&from=2024&to=2024&history=true")
      ).items.map((o: Json) => o.value),
    ).toEqual([13.17, 13.3]);
    expect(await (await t.get("/observations.csv?release=62")).text()).toBe(past);
    expect(findTampering(t.db)).toBeNull();
  });
  test("has a sheet with value, source, who entered and approved it, when, why, and in which release", async () => {
    const { history } = await read(t.boss.get("/entry/figure?indicator=DIGITAL_ECONOMY_GDP&year=2024"));
    expect(history[0]).toMatchObject({
      value: "13.30",
      release: 63,
      enteredBy: "Lan",
      approvedBy: "Hoa",
      reason: "publisher_revision",
      submission: made.id,
    });
    expect(history[1]).toMatchObject({ value: "13.17", origin: "seed", submission: null });
  });
  test("is in the audit in order, and only for those who may read it", async () => {
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
  const minh = t.person("contributor", "Minh");
  test("the second sees the first's; the approval whose base has moved is a 409 with both versions", async () => {
    const first = await t.draft(t.lan, gii2026);
    const second = await t.draft(minh, { ...gii2026, value: "41" });
    expect(second.items[0].others).toEqual([
      { submission: first.id, state: "draft", author: { id: t.lan.actor.id, name: "Lan" }, value: "42" },
    ]);
    const [a, b] = [await t.submit(t.lan, first), await t.submit(minh, second)];
    expect((await t.review(t.hoa, a, { approve: "all" })).status).toBe(200);
    const lost = await t.review(t.hoa, b, { approve: "all" });
    expect(lost.status).toBe(409);
    const { type, conflicts } = await read(lost);
    expect(type).toContain("base-moved");
    expect(conflicts).toMatchObject([
      { proposed: "41", seenRelease: null, seen: null, current: { value: "42", release: 63 } },
    ]);
    expect(t.head()).toBe(63);
  });
});

describe("versions and keys", async () => {
  const t = await team();
  test("twenty changes of one version: one wins, nineteen are stale; without If-Match 428", async () => {
    const made = await t.draft(t.lan, gii2026);
    const path = `/submissions/${made.id}/items/${made.items[0].id}`;
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => t.lan.put(path, { ...gii2026, value: String(40 + i) }, t.at(made.version))),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([200, ...Array(19).fill(412)]);
    expect((await t.lan.put(path, gii2026)).status).toBe(428);
    expect((await t.lan.put(path, gii2026, { "if-match": "*" })).status).toBe(412);
  });
  test("an approval sent twice with one Idempotency-Key is one release, answered alike", async () => {
    const made = await t.submit(t.lan, await t.draft(t.lan, { ...gii2026, timePeriod: 2026 }));
    const key = { "idempotency-key": "approve-gii-2026" };
    const before = t.head();
    const [a, b] = await Promise.all([
      t.review(t.hoa, made, { approve: "all" }, key),
      t.review(t.hoa, made, { approve: "all" }, key),
    ]);
    expect([a.status, b.status, await read(a)]).toEqual([200, 200, await read(b)]);
    expect(t.head()).toBe(before + 1);
    expect(await slug(t.review(t.hoa, made, { approve: "all", reason: "x" }, key))).toBe("key-reused");
  });
  test("a double click without a key: the second is stale, one release", async () => {
    const made = await t.submit(t.lan, await t.draft(t.lan, { ...revision }));
    const before = t.head();
    const statuses = (await Promise.all([1, 2].map(() => t.review(t.hoa, made, { approve: "all" })))).map(
      (a) => a.status,
    );
    expect(statuses.sort()).toEqual([200, 412]);
    expect(t.head()).toBe(before + 1);
  });
});

describe("some, rejection, withdrawal, moves", async () => {
  const t = await team();
  test("approving some publishes those; the others go back with the reason and can be handed in again", async () => {
    const made = await t.submit(t.lan, await t.draft(t.lan, gii2026, { ...revision, timePeriod: 2023 }));
    const [gii, digital] = made.items;
    expect((await t.review(t.hoa, made, { approve: [gii.id] })).status).toBe(422);
    const done = await read(t.review(t.hoa, made, { approve: [gii.id], reason: "Thiếu trang" }));
    expect(done).toMatchObject({ release: 63, state: "returned" });
    const back = await read(t.lan.get(`/submissions/${made.id}`));
    expect(back.items.map((i: Json) => i.state)).toEqual(["approved", "open"]);
    expect(
      await slug(t.lan.put(`/submissions/${made.id}/items/${gii.id}`, { ...gii2026, value: "1" }, t.at(back.version))),
    ).toBe("conflict");
    const again = await t.submit(t.lan, back);
    expect(await read(t.review(t.hoa, again, { approve: [digital.id], rest: "reject", reason: "x" }))).toMatchObject({
      release: 64,
      state: "approved",
    });
  });
  test("rejected is the end, with the reason kept", async () => {
    const made = await t.submit(t.lan, await t.draft(t.lan, { ...revision, timePeriod: 2022, value: "12.70" }));
    expect(await read(t.review(t.hoa, made, { rest: "reject", reason: "Không có nguồn" }))).toMatchObject({
      state: "rejected",
      release: null,
    });
    expect((await read(t.lan.get("/submissions?state=rejected"))).items).toMatchObject([{ id: made.id }]);
  });
  test("withdrawing a figure is a release with a reason; the figure stays readable under its own date", async () => {
    const made = await t.draft(t.lan, {
      ...gii2026,
      newSource: null,
      kind: "withdraw",
      timePeriod: 2025,
      reason: "own_error",
      reasonText: "Nhập nhầm bảng",
    });
    const { release } = await read(t.review(t.hoa, await t.submit(t.lan, made), { approve: "all" }));
    const now = await t.json("/observations?indicator=GII_RANK&area=VNM&from=2025&to=2025&lang=en");
    expect(now.items[0]).toMatchObject({ value: null, obsStatus: ["O"], obsCom: "Withdrawn: Nhập nhầm bảng", release });
    const before = await t.json(`/observations?indicator=GII_RANK&area=VNM&from=2025&to=2025&release=${release - 1}`);
    expect(before.items[0].value).toBe(44);
  });
  test("a figure entered in the wrong year moves in one release, both halves or neither", async () => {
    const empty = await t.draft(t.lan);
    const move = {
      indicator: "EGDI_RANK",
      compiler: "UNDESA",
      refArea: "VNM",
      from: 2024,
      to: 2026,
      reasonText: "Ấn bản 2026",
    };
    const moved = await read(t.lan.post(`/submissions/${empty.id}/moves`, move, t.at(empty.version)));
    expect(moved.items.map((i: Json) => [i.kind, i.timePeriod, i.value])).toEqual([
      ["withdraw", 2024, "71"],
      ["enter", 2026, "71"],
    ]);
    const made = await t.submit(t.lan, moved);
    expect((await t.review(t.hoa, made, { approve: [made.items[0].id], reason: "x" })).status).toBe(422);
    const { release } = await read(t.review(t.hoa, made, { approve: "all" }));
    const { observations } = await t.json(`/releases/${release}`);
    expect(
      observations.map((o: { new: { timePeriod: number; value: number | null } }) => [o.new.timePeriod, o.new.value]),
    ).toEqual([
      [2024, null],
      [2026, 71],
    ]);
  });
  test("its author takes a submission back, and nobody else", async () => {
    const made = await t.submit(t.lan, await t.draft(t.lan, { ...revision, timePeriod: 2021, value: "12.50" }));
    expect(await slug(t.hoa.post(`/submissions/${made.id}/withdraw`, undefined, t.at(made.version)))).toBe("forbidden");
    expect(await read(t.lan.post(`/submissions/${made.id}/withdraw`, undefined, t.at(made.version)))).toMatchObject({
      state: "withdrawn",
    });
  });
  test("a draft is read by its author alone; unknown ones are 404", async () => {
    const made = await t.draft(t.lan, gii2026);
    expect([
      (await t.hoa.get(`/submissions/${made.id}`)).status,
      (await t.hoa.get(`/submissions/${made.id}/effect`)).status,
    ]).toEqual([403, 403]);
    expect([(await t.hoa.get("/submissions/9999")).status, (await t.hoa.get("/submissions/x")).status]).toEqual([
      404, 422,
    ]);
  });
  test("the chain, the guards and every release hold", () => expect(findTampering(t.db)).toBeNull());
});

describe("standing in", async () => {
  const t = await team();
  const minh = t.person("contributor", "Minh");
  const soon = { startsAt: "2026-11-20T00:00:00Z", endsAt: "2026-11-30T00:00:00Z" };
  test("for its time a colleague reviews others' work, never their own", async () => {
    const [own, other] = [
      await t.submit(minh, await t.draft(minh, gii2026)),
      await t.submit(t.lan, await t.draft(t.lan, revision)),
    ];
    expect(await slug(t.review(minh, other, { approve: "all" }))).toBe("forbidden");
    const { items } = await read(t.hoa.post("/delegations", { standIn: minh.actor.id, ...soon }));
    expect(items).toMatchObject([{ reviewer: { name: "Hoa" }, standIn: { name: "Minh" } }]);
    expect(await slug(t.review(minh, own, { approve: "all" }))).toBe("own-work");
    expect((await t.review(minh, other, { approve: "all" })).status).toBe(200);
    expect((await t.hoa.del(`/delegations/${items[0].id}`)).status).toBe(200);
    expect((await minh.get("/reviews")).status).toBe(403);
  });
  test("not to oneself, not to an administrator, not for ever", async () => {
    for (const body of [
      { standIn: t.hoa.actor.id, ...soon },
      { standIn: t.boss.actor.id, ...soon },
      { standIn: minh.actor.id, ...soon, endsAt: "2027-11-30T00:00:00Z" },
    ])
      expect((await t.hoa.post("/delegations", body)).status).toBe(422);
    expect((await minh.post("/delegations", { standIn: t.lan.actor.id, ...soon })).status).toBe(403);
  });
});
