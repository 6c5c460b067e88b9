import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { emptyFolder, HEAD, NOW } from "../app.fixture.ts";
import { execute } from "../db/raw.fixture.ts";
import type { Person } from "../identity/staff.fixture.ts";
import { findEarlyReaderBreach } from "../verify/checks/early-readers.ts";
import { findTampering } from "../verify/verify.ts";
import { hashOf } from "./evidence/store.ts";
import { publishDue } from "./review/scheduled.ts";
import { gii2026, type Json, read, slug, team } from "./team.fixture.ts";

const inHours = (n: number) => new Date(NOW.getTime() + n * 3_600_000);
/** In every text of the confidential figure. */
const SECRET = "bí mật 4242";
const confidential = {
  ...gii2026,
  edition: SECRET,
  place: SECRET,
  obsComVi: SECRET,
  newSource: { ...gii2026.newSource, title: SECRET },
};

const copy = new TextEncoder().encode("%PDF-1.7\nbí mật\n%%EOF");
const hash = hashOf(copy);
/** Lan's proposal with a copy of its source, and readers with and without access; Vân is an early reader. */
async function proposal() {
  let now = NOW;
  const t = await team({ now: () => now, evidenceDir: join(emptyFolder(), "evidence") });
  await t.lan.post("/evidence?name=bang.pdf", copy, { "content-type": "application/octet-stream" });
  const people: Record<string, Person> = {
    author: t.lan,
    approver: t.hoa,
    colleague: await t.person("contributor", "Minh"),
    reviewer: await t.person("reviewer", "Vy"),
    administrator: t.boss,
    named: await t.person("contributor", "Vân"),
  };
  const wait = (hours: number) => {
    now = inHours(hours);
  };
  const made = await t.draft(t.lan, { ...confidential, evidence: [hash] });
  const list = [
    { staff: people.named?.actor.id, role: "Vụ Thống kê" },
    { name: "Trần An", role: "Văn phòng Bộ" },
  ];
  const submitted = () => t.submit(t.lan, made);
  const decided = async (decision: Json) => read(t.review(t.hoa, await submitted(), decision));
  const scheduled = (hours: number, more: Json = { earlyReaders: list }) =>
    decided({ approve: "all", publishAt: inHours(hours).toISOString(), ...more });
  return { ...t, id: made.id as number, made, people, wait, submitted, decided, scheduled, list };
}
type Proposal = Awaited<ReturnType<typeof proposal>>;

const reached: Record<string, (t: Proposal) => Promise<unknown>> = {
  draft: async () => {},
  submitted: (t) => t.submitted(),
  returned: (t) => t.decided({ reason: "Bảng nào?" }),
  "withdrawn after a return": async (t) => {
    const { version } = await t.decided({ reason: "Bảng nào?" });
    return t.lan.post(`/submissions/${t.id}/withdraw`, undefined, t.at(version));
  },
  rejected: (t) => t.decided({ rest: "reject", reason: "Không có nguồn" }),
  "scheduled, more than a day ahead": (t) => t.scheduled(24.01),
  "scheduled, within a day": (t) => t.scheduled(24),
  "taken back from its schedule": async (t) => {
    const { version } = await t.scheduled(24);
    return t.people.reviewer?.post(`/submissions/${t.id}/unschedule`, { reason: "Hoãn" }, t.at(version));
  },
  published: async (t) => {
    await t.scheduled(1);
    t.wait(1);
    return publishDue(t.db, inHours(1));
  },
};

/**
 * What each reader sees at GET /submissions/{id}, its effect, the grid and the form: v the value, h that it exists, -
 * nothing.
 */
const matrix: [state: string, seen: Record<string, string>][] = [
  [
    "draft",
    { author: "vvvv", approver: "--hh", colleague: "--hh", reviewer: "--hh", administrator: "--hh", named: "--hh" },
  ],
  [
    "submitted",
    { author: "vvvv", approver: "vvvv", colleague: "vvvv", reviewer: "vvvv", administrator: "vvvv", named: "vvvv" },
  ],
  [
    "returned",
    { author: "vvvv", approver: "h-hh", colleague: "h-hh", reviewer: "h-hh", administrator: "h-hh", named: "h-hh" },
  ],
  [
    "withdrawn after a return",
    { author: "vv--", approver: "h---", colleague: "h---", reviewer: "h---", administrator: "h---", named: "h---" },
  ],
  [
    "rejected",
    { author: "vv--", approver: "vv--", colleague: "vv--", reviewer: "vv--", administrator: "vv--", named: "vv--" },
  ],
  [
    "scheduled, more than a day ahead",
    { author: "vvvv", approver: "vvvv", colleague: "h-hh", reviewer: "h-hh", administrator: "h-hh", named: "h-hh" },
  ],
  [
    "scheduled, within a day",
    { author: "vvvv", approver: "vvvv", colleague: "h-hh", reviewer: "h-hh", administrator: "h-hh", named: "vvvv" },
  ],
  [
    "taken back from its schedule",
    { author: "vvvv", approver: "vvvv", colleague: "vvvv", reviewer: "vvvv", administrator: "vvvv", named: "vvvv" },
  ],
  [
    "published",
    { author: "vv--", approver: "vv--", colleague: "vv--", reviewer: "vv--", administrator: "vv--", named: "vv--" },
  ],
];

describe.each(matrix)("%s", async (state, expected) => {
  const t = await proposal();
  await reached[state]?.(t);
  const sight = (one: { value: string | null; hidden: boolean } | undefined) =>
    one === undefined ? "-" : one.hidden && one.value === null ? "h" : one.value === "42" ? "v" : "?";
  const seenBy = async (who: Person) => {
    const paths = [
      `/submissions/${t.id}`,
      `/submissions/${t.id}/effect`,
      "/entry/grid?from=2026&to=2026",
      "/entry/figure?indicator=GII_RANK&year=2026",
      ...["/submissions", "/reviews", "/delegations", "/audit"],
    ];
    const answers = await Promise.all(paths.map((path) => who.get(path)));
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    const [one, effect, grid, form] = texts.map((text) => JSON.parse(text));
    const row = grid.items.find((i: Json) => i.indicator === "GII_RANK");
    const marks = [
      sight(one.items?.[0]),
      effect.statuses ? "v" : "-",
      sight(row.cells[0].proposals[0]),
      sight(form.proposals[0]),
    ].join("");
    expect((await who.get(`/evidence/${hash}`)).status).toBe(marks.includes("v") ? 200 : 404);
    // Where its value is hidden, no response contains the figure.
    if (state !== "published") expect(texts.join().includes(SECRET)).toBe(marks.includes("v"));
    return marks;
  };
  test.each(Object.entries(expected))("%s sees %s", async (who, marks) => {
    expect(await seenBy(t.people[who] as Person)).toBe(marks);
  });
});

describe("while someone works on a figure", () => {
  test("a colleague who enters it too sees the author and state, not the value", async () => {
    const t = await proposal();
    const other = await t.draft(t.people.colleague as Person, { ...gii2026, value: "41" });
    expect(other.items[0].others).toEqual([
      { submission: t.id, state: "draft", author: { id: t.lan.actor.id, name: "Lan" }, value: null, hidden: true },
    ]);
    await t.submitted();
    const { items } = await read((t.people.colleague as Person).get(`/submissions/${other.id}`));
    expect(items[0].others).toMatchObject([{ state: "submitted", value: "42", hidden: false }]);
  });
  test("a published item is shown beside a returned one", async () => {
    const t = await team();
    const made = await t.submit(
      t.lan,
      await t.draft(t.lan, gii2026, { ...confidential, indicator: "EGDI_RANK", compiler: "UNDESA" }),
    );
    await t.review(t.hoa, made, { approve: [made.items[0].id], reason: "x" });
    const { items } = await read(t.boss.get(`/submissions/${made.id}`));
    expect(items.map((i: Json) => [i.value, i.hidden])).toEqual([
      ["42", false],
      [null, true],
    ]);
  });
});

describe("the list of early readers", () => {
  test("is extended by the approver until the instant; access starts at most a day ahead, and not before being named", async () => {
    const t = await proposal();
    const { version } = await t.scheduled(30, {});
    const { named, reviewer, author } = t.people as { named: Person; reviewer: Person; author: Person };
    const readers = [{ staff: named.actor.id }];
    const add = (who: Person, v: number) => who.post(`/submissions/${t.id}/early-readers`, { readers }, t.at(v));
    expect([await slug(add(author, version)), await slug(add(reviewer, version))]).toEqual(["forbidden", "forbidden"]);
    t.wait(10);
    const value = async () => (await read(named.get(`/submissions/${t.id}`))).items[0].value;
    expect(await value()).toBeNull();
    const done = await read(add(t.hoa, version));
    expect(done).toEqual({
      submission: t.id,
      version: version + 1,
      earlyReaders: [{ name: "Vân", role: "", from: inHours(10).toISOString() }],
    });
    expect(await value()).toBe("42");
    expect((await read(t.boss.get(`/submissions/${t.id}`))).earlyReaders).toEqual(done.earlyReaders);
    const { items } = await read(t.hoa.get("/audit?action=schedule.early_readers"));
    expect(items[0].detail.earlyReaders).toEqual([{ staff: named.actor.id, name: "Vân", role: "" }]);
    t.wait(30);
    expect(await slug(add(t.hoa, version + 1))).toBe("conflict");
  });
  test("is public with the release, with the instant of each access", async () => {
    const t = await proposal();
    await t.scheduled(30);
    t.wait(30);
    expect(await publishDue(t.db, inHours(30))).toEqual([HEAD + 1]);
    const from = inHours(6).toISOString();
    expect((await t.json(`/releases/${HEAD + 1}`)).earlyReaders).toEqual([
      { name: "Vân", role: "Vụ Thống kê", from },
      { name: "Trần An", role: "Văn phòng Bộ", from },
    ]);
    expect((await t.json(`/releases/${HEAD}`)).earlyReaders).toEqual([]);
    expect(await findTampering({ db: t.db, now: NOW })).toBeNull();
  });
  test.each([
    ["a name taken off", "DELETE FROM early_reader WHERE name = 'Vân'"],
    ["a name changed", "UPDATE early_reader SET name = 'x' WHERE name = 'Vân'"],
    [
      "a name put on",
      "INSERT INTO early_reader SELECT 9, review_id, staff, 'x', role, added_by, added_by_name, added_at FROM early_reader LIMIT 1",
    ],
    ["a day put forward", "UPDATE early_reader SET added_at = '2026-01-01T00:00:00.000Z' WHERE name = 'Vân'"],
  ])("is not changed in the file without verify: %s", async (_, sql) => {
    const t = await proposal();
    const { version } = await t.scheduled(30);
    const more = { readers: [{ name: "Lê Bình", role: "Báo chí" }] };
    expect((await t.hoa.post(`/submissions/${t.id}/early-readers`, more, t.at(version))).status).toBe(200);
    expect(await findEarlyReaderBreach({ db: t.db, now: NOW })).toBeNull();
    for (const guard of ["no_update", "no_delete", "in_time"]) execute(t.db.file, `DROP TRIGGER early_reader_${guard}`);
    execute(t.db.file, sql);
    expect(await findEarlyReaderBreach({ db: t.db, now: NOW })).toBe(
      "review 1: its early readers are not those that the audit names",
    );
  });
  test("is rejected without an instant, without a name, or for an unknown person", async () => {
    const t = await proposal();
    const work = await t.submitted();
    const ask = (earlyReaders: Json[], publishAt: string | null = inHours(2).toISOString()) =>
      t.review(t.hoa, work, { approve: "all", publishAt, earlyReaders });
    expect([
      (await ask(t.list, null)).status,
      (await ask([{}])).status,
      (await ask([{ name: "Trần An" }])).status,
      (await ask([{ name: "Trần\nAn", role: "x" }])).status,
      (await ask([{ name: "=1+1", role: "x" }])).status,
      (await ask([{ staff: "nobody" }])).status,
    ]).toEqual([422, 422, 422, 422, 422, 404]);
  });
  test("is immutable in the database, and closed once the instant has come", async () => {
    const t = await proposal();
    await t.scheduled(2);
    const run = (sql: string) => () => execute(t.db.file, sql);
    const add = (at: Date) =>
      `INSERT INTO early_reader (review_id, name, role, added_by, added_by_name, added_at) VALUES (1, 'x', 'x', 'x', 'x', '${at.toISOString()}')`;
    expect(run("UPDATE early_reader SET name = 'x'")).toThrow("append-only");
    expect(run("DELETE FROM early_reader")).toThrow("append-only");
    expect(run(add(inHours(2)))).toThrow("before the instant");
    t.wait(2);
    await publishDue(t.db, inHours(2));
    expect(run(add(inHours(1)))).toThrow("before the instant");
  });
});
