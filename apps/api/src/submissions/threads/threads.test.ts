import { describe, expect, test } from "vitest";
import { NOW } from "../../app.fixture.ts";
import { execute } from "../../db/raw.fixture.ts";
import { findTampering } from "../../verify/verify.ts";
import { duty, state } from "../statements/statements.fixture.ts";
import { gii2026, type Json, read, revision, slug, team } from "../team.fixture.ts";

type Team = Awaited<ReturnType<typeof team>>;
type Sent = { id: number; version: number };
const ask = (who: Team["lan"], id: number, about: Json, text: string) =>
  who.post(`/submissions/${id}/comments`, { ...about, text });
const shown = async (who: Team["lan"], { id }: Sent) => read(who.get(`/submissions/${id}`));
const second = { ...revision, value: "13.35" };

describe("a thread on a figure", async () => {
  const t = await team();
  const sent = await t.submit(t.lan, await t.draft(t.lan, gii2026, second));
  const [first] = sent.items;

  test("holds question and answer in order, with who said it and when, and leaves the version as it is", async () => {
    expect((await ask(t.hoa, sent.id, { item: first.id }, "Trang nào?")).status).toBe(200);
    const { items, version } = await read(ask(t.lan, sent.id, { item: first.id }, "Bảng 1.\nTrang 15."));
    expect(items[0].comments).toEqual([
      { id: 1, author: { id: t.hoa.actor.id, name: "Hoa" }, at: NOW.toISOString(), text: "Trang nào?" },
      { id: 2, author: { id: t.lan.actor.id, name: "Lan" }, at: NOW.toISOString(), text: "Bảng 1.\nTrang 15." },
    ]);
    expect([items[1].comments, version]).toEqual([[], sent.version]);
  });
  test("counts for the author while the last word is another's, and for nobody else", async () => {
    const asked = async (who: Team["lan"]) =>
      (await read(who.get("/submissions"))).items.find(({ id }: Json) => id === sent.id).asked;
    expect(await asked(t.lan)).toBe(0);
    await ask(t.hoa, sent.id, { item: sent.items[1].id }, "Văn bản nào?");
    expect([await asked(t.lan), await asked(t.hoa)]).toEqual([1, 0]);
    await ask(t.lan, sent.id, { item: sent.items[1].id }, "Quyết định đã kèm");
    expect(await asked(t.lan)).toBe(0);
  });
  test("is about a part of this submission, and not empty", async () => {
    const other = await t.draft(t.lan, gii2026);
    for (const [about, text] of [
      [{ item: other.items[0].id }, "x"],
      [{ statement: "remark/x" }, "x"],
      [{}, "x"],
      [{ item: first.id, statement: "remark/x" }, "x"],
      [{ item: first.id }, " "],
    ] as const)
      expect((await ask(t.hoa, sent.id, about, text)).status).toBe(422);
    expect(await slug(ask(t.hoa, other.id, { item: other.items[0].id }, "x"))).toBe("forbidden");
    expect(await slug(ask(t.boss, sent.id, { item: first.id }, "x"))).toBe("forbidden");
  });
  test("is hidden from others while the figure is with its author, who can still answer", async () => {
    await t.lan.post(`/submissions/${sent.id}/recall`, undefined, t.at(sent.version));
    expect((await shown(t.hoa, sent)).items[0]).toMatchObject({ hidden: true, comments: [] });
    expect(await slug(ask(t.hoa, sent.id, { item: first.id }, "x"))).toBe("forbidden");
    expect((await read(ask(t.lan, sent.id, { item: first.id }, "Đã sửa"))).items[0].comments).toHaveLength(3);
  });
  test("stays with the figure once decided, and takes no more", async () => {
    const again = await t.submit(t.lan, await shown(t.lan, sent));
    expect((await shown(t.hoa, sent)).items[0].comments).toHaveLength(3);
    await t.review(t.hoa, again, { approve: "all" });
    expect(await slug(ask(t.lan, sent.id, { item: first.id }, "x"))).toBe("conflict");
    expect((await shown(t.hoa, sent)).items[0].comments).toHaveLength(3);
    expect(await findTampering({ db: t.db, now: NOW })).toBeNull();
  });
  test("is there for statements too", async () => {
    const proposed = await t.submit(t.lan, await state(t, duty));
    const [{ id: statement }] = proposed.statements;
    const { statements } = await read(ask(t.hoa, proposed.id, { statement }, "Văn bản nào?"));
    expect(statements[0].comments).toMatchObject([{ text: "Văn bản nào?" }]);
  });
});

describe("what goes back to its author", async () => {
  const t = await team();
  const sent = await t.submit(t.lan, await t.draft(t.lan, gii2026, second));
  const [gii, digital] = sent.items as [Json & { id: number }, Json & { id: number }];

  test("has its reason; what is rejected, or left by an approval, one for each figure or for all", async () => {
    const refused = async (decision: Json) => (await read(t.review(t.hoa, sent, decision))).errors[0].pointer;
    const reasons = [{ item: gii.id, text: "thiếu trang" }];
    expect(await refused({ approve: [] })).toBe("/reason");
    expect(await refused({ approve: [], rest: "reject", reasons })).toBe("/reason");
    const three = await t.submit(t.lan, await t.draft(t.lan, gii2026, second, { ...second, timePeriod: 2022 }));
    const [take, left] = three.items;
    const partly = { approve: [take.id], reasons: [{ item: left.id, text: "thiếu trang" }] };
    expect((await read(t.review(t.hoa, three, partly))).errors[0].pointer).toBe("/reason");
    expect(await refused({ approve: [gii.id], reason: "x", reasons })).toBe("/reasons/0/item");
    expect((await shown(t.lan, sent)).state).toBe("submitted");
  });
  test("is returned with a reason for each figure, which its author reads", async () => {
    const reasons = [
      { item: gii.id, text: "Thiếu trang" },
      { item: digital.id, text: "Chưa có văn bản" },
    ];
    const decision = { approve: [], reason: "Xem lại cả bản", reasons };
    expect(await read(t.review(t.hoa, sent, decision))).toMatchObject({ state: "returned" });
    const { reviews } = await shown(t.lan, sent);
    expect(reviews).toMatchObject([
      {
        decision: "return",
        reason: "Xem lại cả bản",
        items: [
          { item: gii.id, outcome: "return", reason: "Thiếu trang" },
          { item: digital.id, outcome: "return", reason: "Chưa có văn bản" },
        ],
      },
    ]);
  });
  test("its reasons are not for colleagues who may not see the figures while they are changed", async () => {
    const reasons = async (who: typeof t.lan) => {
      const [{ reason, items }] = (await shown(who, sent)).reviews;
      return [reason, ...items.map(({ outcome, reason: why }: Json) => [outcome, why])];
    };
    const all = ["Xem lại cả bản", ["return", "Thiếu trang"], ["return", "Chưa có văn bản"]];
    expect([await reasons(t.lan), await reasons(t.hoa)]).toEqual([all, all]);
    expect(await reasons(t.boss)).toEqual([null, ["return", null], ["return", null]]);
  });
  test("shows on its return what changed, was added and was taken out since", async () => {
    const { version, items } = await shown(t.lan, sent);
    expect(items.map(({ since }: Json) => since)).toEqual(["same", "same"]);
    const changed = await read(
      t.lan.put(
        `/submissions/${sent.id}/items/${gii.id}`,
        { ...gii2026, value: "43", place: "trang 15" },
        t.at(version),
      ),
    );
    const added = await read(
      t.lan.post(`/submissions/${sent.id}/items`, { ...second, timePeriod: 2023 }, t.at(changed.version)),
    );
    const left = await read(
      t.lan.ask("DELETE")(`/submissions/${sent.id}/items/${digital.id}`, undefined, t.at(added.version)),
    );
    const again = await t.submit(t.lan, left);
    const seen = await shown(t.hoa, again);
    expect(
      seen.items.map(({ since, previous }: { since: string; previous: Json | null }) => [since, previous?.value]),
    ).toEqual([
      ["changed", "42"],
      ["added", undefined],
    ]);
    expect(seen.removed).toMatchObject([{ indicator: "DIGITAL_ECONOMY_GDP", timePeriod: 2024, value: "13.35" }]);
    expect(await findTampering({ db: t.db, now: NOW })).toBeNull();
  });
  test("is returned for one figure alone, and the others go back without a reason", async () => {
    const third = { ...second, timePeriod: 2022 };
    const three = await t.submit(t.lan, await t.draft(t.lan, gii2026, second, third));
    const [first, objected, last] = three.items;
    const decision = { approve: [], reasons: [{ item: objected.id, text: "Thiếu trang" }] };
    expect(await read(t.review(t.hoa, three, decision))).toMatchObject({ state: "returned" });
    expect((await shown(t.lan, three)).reviews).toMatchObject([
      {
        decision: "return",
        reason: null,
        items: [
          { item: first.id, outcome: "return", reason: null },
          { item: objected.id, outcome: "return", reason: "Thiếu trang" },
          { item: last.id, outcome: "return", reason: null },
        ],
      },
    ]);
    expect(await findTampering({ db: t.db, now: NOW })).toBeNull();
  });
  test("is held to its reason by the database", async () => {
    const two = await t.submit(t.lan, await t.draft(t.lan, gii2026, second));
    const [first, other] = two.items;
    const insert = (decision: string, ...reasons: (string | null)[]) => {
      const rows = reasons.map(
        (reason, n) =>
          `INSERT INTO review_item VALUES (99, ${[first, other][n].id}, '${decision}', ${reason ? `'${reason}'` : "NULL"});`,
      );
      execute(
        t.db.file,
        `BEGIN; INSERT INTO review (id, submission_id, reviewer, reviewer_name, decision, at, items_hash)
           SELECT 99, id, 'other', 'x', '${decision}', '${NOW.toISOString()}', items_hash FROM submission WHERE id = ${two.id};
         ${rows.join("")} ROLLBACK`,
      );
    };
    const refusal = "a return or rejection needs a reason";
    expect(() => insert("return", null, null)).toThrow(refusal);
    expect(() => insert("return", "", "x")).toThrow(refusal);
    expect(() => insert("reject", "x", null)).toThrow(refusal);
    expect(() => insert("return", "x", null)).not.toThrow();
  });
  test("leaves what was approved before unmarked", async () => {
    const both = await t.submit(
      t.lan,
      await t.draft(
        t.lan,
        {
          ...gii2026,
          timePeriod: 2019,
          value: "42",
          rankPool: 129,
          edition: "GII 2019",
          reason: "own_error",
          reasonText: "x",
          confirmation: "x",
        },
        { ...second, timePeriod: 2022 },
      ),
    );
    const [take] = both.items;
    const partly = { approve: [take.id], reason: "phần còn lại chưa đủ" };
    expect(await read(t.review(t.hoa, both, partly))).toMatchObject({ state: "returned" });
    const { items } = await shown(t.lan, both);
    expect(items.map(({ since, state }: Json) => [state, since])).toEqual([
      ["approved", null],
      ["open", "same"],
    ]);
  });
});
