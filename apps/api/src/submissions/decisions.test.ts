import { describe, expect, test } from "vitest";
import { HEAD, NOW } from "../app.fixture.ts";
import { findTampering } from "../verify/verify.ts";
import { gii2026, type Json, read, revision, slug, team } from "./team.fixture.ts";

describe("partial approval, rejection, withdrawal, moves", async () => {
  const t = await team();
  test("a partial approval publishes some figures and returns the others, which can be submitted again", async () => {
    const made = await t.submit(t.lan, await t.draft(t.lan, gii2026, { ...revision, timePeriod: 2023 }));
    const [gii, digital] = made.items;
    expect((await t.review(t.hoa, made, { approve: [gii.id] })).status).toBe(422);
    const done = await read(t.review(t.hoa, made, { approve: [gii.id], reason: "Thiếu trang" }));
    expect(done).toMatchObject({ release: HEAD + 1, state: "returned" });
    const back = await read(t.lan.get(`/submissions/${made.id}`));
    expect(back.items.map((i: Json) => i.state)).toEqual(["approved", "open"]);
    expect(
      await slug(t.lan.put(`/submissions/${made.id}/items/${gii.id}`, { ...gii2026, value: "1" }, t.at(back.version))),
    ).toBe("conflict");
    await t.answer(t.lan, made.id, { item: digital.id });
    const again = await t.submit(t.lan, back);
    expect(await read(t.review(t.hoa, again, { approve: [digital.id], rest: "reject", reason: "x" }))).toMatchObject({
      release: HEAD + 2,
      state: "approved",
    });
  });
  test("a new source stays one source when its figures are approved in parts", async () => {
    const t = await team();
    const score = { ...gii2026, indicator: "GII_SCORE", value: "38.1", rankPool: null, place: "Table 2" };
    const made = await t.submit(t.lan, await t.draft(t.lan, gii2026, { ...score, confirmation: "As printed" }));
    await t.review(t.hoa, made, { approve: [made.items[0].id], reason: "Sai bảng" });
    await t.answer(t.lan, made.id, { item: made.items[1].id });
    const again = await t.submit(t.lan, await read(t.lan.get(`/submissions/${made.id}`)));
    expect(await read(t.review(t.hoa, again, { approve: "all" }))).toMatchObject({ release: HEAD + 2 });
    const { items } = await t.json("/observations?indicator=GII_RANK,GII_SCORE&area=VNM&from=2026");
    expect(items.map((one: Json) => one.source)).toEqual([`R${HEAD + 1}-1`, `R${HEAD + 1}-1`]);
    const sources = (await t.json("/sources")).items.filter((one: Json) => one.title === gii2026.newSource.title);
    expect(sources.map((one: Json) => one.id)).toEqual([`R${HEAD + 1}-1`]);
    expect(await findTampering({ db: t.db, now: NOW })).toBeNull();
  });
  test("a rejection is final, and its reason is stored", async () => {
    const made = await t.submit(t.lan, await t.draft(t.lan, { ...revision, timePeriod: 2022, value: "12.70" }));
    expect(await read(t.review(t.hoa, made, { rest: "reject", reason: "Không có nguồn" }))).toMatchObject({
      state: "rejected",
      release: null,
    });
    expect((await read(t.lan.get("/submissions?state=rejected"))).items).toMatchObject([{ id: made.id }]);
  });
  test("withdrawing a figure makes a release with a reason; earlier dates still show it", async () => {
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
  test("a figure entered in the wrong year moves in one release, both halves or none", async () => {
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
  test("only its author can withdraw a submission", async () => {
    const made = await t.submit(t.lan, await t.draft(t.lan, { ...revision, timePeriod: 2021, value: "12.50" }));
    expect(await slug(t.hoa.post(`/submissions/${made.id}/withdraw`, undefined, t.at(made.version)))).toBe("forbidden");
    expect(await read(t.lan.post(`/submissions/${made.id}/withdraw`, undefined, t.at(made.version)))).toMatchObject({
      state: "withdrawn",
    });
  });
  test("only its author can read a draft; unknown ones are 404", async () => {
    const made = await t.draft(t.lan, gii2026);
    expect([
      (await t.hoa.get(`/submissions/${made.id}`)).status,
      (await t.hoa.get(`/submissions/${made.id}/effect`)).status,
    ]).toEqual([403, 403]);
    expect([(await t.hoa.get("/submissions/9999")).status, (await t.hoa.get("/submissions/x")).status]).toEqual([
      404, 404,
    ]);
  });
  test("the chain, the triggers and every release verify", async () =>
    expect(await findTampering({ db: t.db, now: NOW })).toBeNull());
});
