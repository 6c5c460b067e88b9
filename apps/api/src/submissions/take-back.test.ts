import { describe, expect, test } from "vitest";
import { NOW } from "../app.fixture.ts";
import { findTampering } from "../verify/verify.ts";
import { duty, state } from "./statements/statements.fixture.ts";
import { gii2026, type Json, read, revision, slug, team } from "./team.fixture.ts";

const post = (t: Awaited<ReturnType<typeof team>>, who: typeof t.lan, path: string, version?: number) =>
  who.post(`/submissions/${path}`, undefined, version === undefined ? {} : t.at(version));
const content = (items: Json[]) =>
  items.map(({ id: _, pair, state: __, baseRelease: ___, ...one }) => ({ ...one, isPaired: pair !== null }));

describe("a submission taken back before a decision", async () => {
  const t = await team();
  const sent = await t.submit(t.lan, await t.draft(t.lan, gii2026));

  test("is taken back by its author alone, at the version that they saw", async () => {
    expect(await slug(post(t, t.hoa, `${sent.id}/recall`, sent.version))).toBe("forbidden");
    expect(await slug(post(t, t.lan, `${sent.id}/recall`, sent.version - 1))).toBe("stale");
  });
  test("is a draft again, with the same figures, which nobody else reads", async () => {
    const draft = await read(post(t, t.lan, `${sent.id}/recall`, sent.version));
    expect(draft).toMatchObject({ state: "draft", version: sent.version + 1 });
    // To its author it shows besides what changed since it was handed in.
    expect(draft.items).toEqual(sent.items.map((item: object) => ({ ...item, since: "same" })));
    expect((await read(t.hoa.get("/reviews"))).items).toEqual([]);
    const [seen] = (await read(t.hoa.get(`/submissions/${sent.id}`))).items;
    expect(seen).toMatchObject({ hidden: true, value: null });
    expect(await slug(t.review(t.hoa, draft, { approve: "all" }))).toBe("conflict");
  });
  test("is changed, handed in again, and then approved as it was handed in last", async () => {
    const { items, version } = await read(t.lan.get(`/submissions/${sent.id}`));
    const changed = await read(
      t.lan.put(`/submissions/${sent.id}/items/${items[0].id}`, { ...gii2026, value: "43" }, t.at(version)),
    );
    const again = await t.submit(t.lan, changed);
    expect(await slug(t.review(t.hoa, sent, { approve: "all" }))).toBe("stale");
    expect(await read(t.review(t.hoa, again, { approve: "all" }))).toMatchObject({ state: "approved" });
    const { items: figures } = await read(t.get("/observations?indicator=GII_RANK&area=VNM&from=2026"));
    expect(figures).toMatchObject([{ value: 43 }]);
    expect(await slug(post(t, t.lan, `${sent.id}/recall`, again.version + 1))).toBe("conflict");
    expect(await findTampering({ db: t.db, now: NOW })).toBeNull();
  });
});

describe("a copy", async () => {
  const t = await team();
  const withdraw = async (s: { id: number; version: number }) => read(post(t, t.lan, `${s.id}/withdraw`, s.version));

  test("of a withdrawn submission is a new draft with the same figures, moves included", async () => {
    const draft = await t.draft(t.lan, gii2026);
    const { indicator, compiler, refArea } = revision;
    const move = { indicator, compiler, refArea, from: 2024, to: 2019, reasonText: "nhầm năm" };
    const moved = await read(t.lan.post(`/submissions/${draft.id}/moves?join=true`, move, t.at(draft.version)));
    expect(await slug(post(t, t.lan, `${draft.id}/copy`))).toBe("conflict");
    const gone = await withdraw(moved);
    expect(await slug(post(t, t.hoa, `${draft.id}/copy`))).toBe("forbidden");
    const copy = await read(post(t, t.lan, `${draft.id}/copy`));
    expect(copy).toMatchObject({ state: "draft", version: 2, title: gone.title, submittedAt: null });
    expect(copy.id).not.toBe(gone.id);
    expect(content(copy.items)).toEqual(content(moved.items));
    const [, out, into] = copy.items;
    expect([out.pair, into.pair]).toEqual([into.id, out.id]);
  });
  test("of a partly rejected submission holds what was rejected", async () => {
    const sent = await t.submit(t.lan, await t.draft(t.lan, gii2026, { ...revision, value: "13.35" }));
    const [first, second] = sent.items;
    const decision = { approve: [first.id], rest: "reject", reason: "chưa có văn bản" };
    expect(await read(t.review(t.hoa, sent, decision))).toMatchObject({ state: "approved" });
    const copy = await read(post(t, t.lan, `${sent.id}/copy`));
    expect(copy.items).toMatchObject([{ indicator: second.indicator, value: "13.35", state: "open", errors: [] }]);
  });
  test("of withdrawn statements holds the statements", async () => {
    const gone = await withdraw(await state(t, duty));
    const copy = await read(post(t, t.lan, `${gone.id}/copy`));
    expect(copy.statements.map(({ proposed }: Json) => proposed)).toEqual(
      gone.statements.map(({ proposed }: Json) => proposed),
    );
  });
});
