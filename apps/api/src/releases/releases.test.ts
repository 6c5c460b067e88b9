import { describe, expect, test } from "vitest";
import { HEAD, testApp } from "../app.fixture.ts";
import { addIndicators } from "../seed/more-indicators.fixture.ts";

const { get, json } = await testApp();

describe("the ledger", async () => {
  const { items } = await json("/releases?lang=en");
  test("numbers releases from 1 in order of publication, one a day, newest first", () => {
    const ids = items.map((r: { id: number }) => r.id);
    expect(ids).toEqual(ids.map((_: number, i: number) => ids.length - i));
    const days = items.map((r: { publishedAt: string }) => r.publishedAt);
    expect(days).toEqual([...new Set(days)].sort().reverse());
    expect(items.every((r: { reconstructed: boolean; reason: string }) => r.reconstructed && r.reason)).toBe(true);
  });
  test("has for each release the same figures and status changes as its own page", async () => {
    for (const entry of items.filter(
      (r: Record<"statuses" | "figures", object[]>) => r.statuses.length + r.figures.length,
    )) {
      const one = await json(`/releases/${entry.id}?lang=en`);
      expect(one.statuses).toHaveLength(entry.statuses.length);
      expect(one.statuses).toMatchObject(entry.statuses);
      const own = one.observations.filter((o: { new: { refArea: string } }) => o.new.refArea === "VNM");
      expect(entry.figures).toEqual(own);
    }
    const january = items.find((r: { publishedAt: string }) => r.publishedAt === "2025-01-05T17:00:00.000Z");
    expect(january.indicators).toContain("DIGITAL_ECONOMY_GDP");
    expect(
      january.figures
        .filter((r: { new: { indicator: string } }) => r.new.indicator === "DIGITAL_ECONOMY_GDP")
        .map((r: { old: { value: number } | null; new: { value: number } }) => [r.old?.value, r.new.value]),
    ).toEqual([
      [12.88, 12.87],
      [12.63, 12.83],
      [12.33, 12.87],
      [undefined, 13.17],
    ]);
  });
  test("can be limited to the newest entries", async () => {
    expect((await json("/releases?lang=en&limit=3")).items).toEqual(items.slice(0, 3));
    expect((await get("/releases?limit=0")).status).toBe(422);
  });
  test("starts each day at midnight in Viet Nam", () => {
    expect(items.every((r: { publishedAt: string }) => r.publishedAt.endsWith("T17:00:00.000Z"))).toBe(true);
  });
});

describe("one release", () => {
  test("has what changed, old and new, and the status changes", async () => {
    const { items } = await json("/releases");
    const { id } = items.find((r: { publishedAt: string }) => r.publishedAt === "2025-01-05T17:00:00.000Z");
    const detail = await json(`/releases/${id}`);
    const of2023 = detail.observations.find((o: { new: { timePeriod: number } }) => o.new.timePeriod === 2023);
    expect([of2023.old.value, of2023.new.value]).toEqual([12.33, 12.87]);
    expect(detail.statuses).toContainEqual({
      targetId: "D2289-2030-DIGITAL_ECONOMY_GDP",
      before: expect.objectContaining({ class: "moving_away", reason: null }),
      after: expect.objectContaining({ class: "off_track", reason: null }),
    });
  });
  test("names what it added, in the requested language", async () => {
    const { items } = await json("/releases?asOf=2020-12-31");
    const nameOf = async (lang: string) =>
      (await json(`/releases/${items[0].id}?lang=${lang}`)).definitions.find((d: { id: string }) => d.id === "D2289");
    expect(await nameOf("en")).toMatchObject({
      name: "National Strategy on the Fourth Industrial Revolution to 2030",
      change: "added",
    });
    expect((await nameOf("vi")).name).toContain("Chiến lược quốc gia");
  });
  test("has the Decision's targets on the day of the Decision; a new source is no status change", async () => {
    const { items } = await json("/releases?asOf=2020-12-31");
    const detail = await json(`/releases/${items[0].id}`);
    expect(
      detail.definitions.filter((d: { kind: string; id: string }) => d.kind === "target" && d.id.startsWith("D2289")),
    ).toHaveLength(21);
    expect(detail.statuses).toHaveLength(21);
    expect(detail.statuses.every((s: { before: unknown }) => s.before === null)).toBe(true);
  });
  test("is not there yet on a day before it", async () => {
    const { id } = (await json("/indicators?asOf=2024-12-31")).release;
    expect((await get(`/releases/${id + 1}?asOf=2024-12-31`)).status).toBe(404);
    expect((await get(`/releases/${id}?asOf=2024-12-31`)).status).toBe(200);
  });
  test("ends the verdicts on ITU's ranking with the ranking", async () => {
    const { items } = await json("/releases?asOf=2024-09-12");
    const { statuses } = await json(`/releases/${items[0].id}`);
    expect(statuses.map((s: { targetId: string; after: { reason: string } }) => [s.targetId, s.after.reason])).toEqual(
      expect.arrayContaining([
        ["D2289-2030-GCI_RANK", "discontinued"],
        ["D2289-2025-GCI_RANK", "discontinued"],
      ]),
    );
  });
});

describe("a release of many figures", () => {
  test("is sent while it is made, with every figure, and not kept", async () => {
    const server = await testApp();
    const added = await addIndicators(server.db, { indicators: 9, areas: 193, years: 20 });
    const answer = await server.get(`/releases/${HEAD + 1}`);
    expect(answer.headers.get("etag")).toBeNull();
    const { observations, ...rest } = await answer.json();
    expect(Object.keys(rest)).toEqual(["release", "earlyReaders", "definitions", "statuses", "auditHead"]);
    const keys = observations.map(({ new: of }: { new: Record<string, unknown> }) =>
      [of.indicator, of.compiler, of.refArea, of.timePeriod].join(),
    );
    expect(keys).toHaveLength(added);
    expect(keys).toEqual([...new Set(keys)].sort());
  });
  test("is read in parts, the country's figures first, which come to the whole", async () => {
    const { observations: all, ...texts } = await json("/releases/10");
    const figures: unknown[] = [];
    const { own } = await json("/releases/10?limit=1");
    for (let offset = 0; offset === figures.length; offset += 500) {
      const { observations, total, ...rest } = await json(`/releases/10?limit=500&offset=${offset}`);
      figures.push(...observations);
      expect([total, rest]).toEqual([all.length, { ...texts, own }]);
    }
    type Figure = { new: { refArea: string } };
    const isOwn = (figure: Figure) => figure.new.refArea === "VNM";
    const others = all.filter((figure: Figure) => !isOwn(figure));
    expect(figures).toEqual([...all.filter(isOwn), ...others]);
    expect(own).toBe(all.length - others.length);
  });
  test.each(["limit=0", "limit=2001", "offset=1"])("refuses ?%s by name", async (query) => {
    const answer = await get(`/releases/10?${query}`);
    expect(answer.status).toBe(422);
    expect((await answer.json()).errors[0].parameter).toBe(query.split("=")[0]);
  });
});

describe("two days compared", () => {
  const of2023 = (o: { new: { indicator: string; timePeriod: number; compiler: string } }) =>
    o.new.indicator === "DIGITAL_ECONOMY_GDP" && o.new.compiler === "NSO" && o.new.timePeriod === 2023;
  test("have what was known then and now, and the release that made the difference", async () => {
    const body = await json("/releases/compare?from=2024-12-31&lang=en");
    const found = body.items.find(of2023);
    expect([found.old.value, found.new.value]).toEqual([12.33, 12.87]);
    expect(body.releases.find((r: { id: number }) => r.id === found.new.release).reason).toContain("2023");
    expect([body.from.day, body.to.day]).toEqual(["2024-12-31", "2026-11-21"]);
  });
  test("have the same figures and statuses as the responses of each day", async () => {
    const [from, to] = ["2024-06-30", "2025-12-31"];
    const { items, statuses } = await json(`/releases/compare?from=${from}&asOf=${to}`);
    const known = async (asOf: string) => (await json(`/observations?area=VNM&asOf=${asOf}`)).items;
    const text = (o: { indicator: string; compiler: string; timePeriod: number; value: number; release: number }) =>
      [o.indicator, o.compiler, o.timePeriod, o.value, o.release].join(" ");
    const then = new Set((await known(from)).map(text));
    const now = (await known(to)).map(text);
    expect(items.map((i: { new: Parameters<typeof text>[0] }) => text(i.new)).sort()).toEqual(
      now.filter((o: string) => !then.has(o)).sort(),
    );
    const classes = async (asOf: string) =>
      new Map(
        (await json(`/assessments?asOf=${asOf}`)).items.map((a: { targetId: string; class: string }) => [
          a.targetId,
          a.class,
        ]),
      );
    const [before, after] = [await classes(from), await classes(to)];
    for (const [targetId, status] of after)
      if (before.get(targetId) !== status)
        expect(statuses.map((s: { targetId: string }) => s.targetId)).toContain(targetId);
    for (const s of statuses)
      expect([s.before.class, s.after.class]).toEqual([before.get(s.targetId), after.get(s.targetId)]);
  });
  test("do not differ for the same day, and are a year apart by default", async () => {
    const body = await json("/releases/compare?from=2025-03-01&asOf=2025-03-01");
    expect([body.items, body.statuses, body.releases]).toEqual([[], [], []]);
    expect((await json("/releases/compare?asOf=2024-02-29")).from.day).toBe("2023-02-28");
  });
  test("have everything as new before the first release", async () => {
    const { items, from } = await json("/releases/compare?from=1990-01-01");
    expect(from.release).toBeNull();
    expect(items.length).toBeGreaterThan(100);
    expect(items.every((i: { old: unknown }) => i.old === null)).toBe(true);
  });
  test.each(["from=2026-11-22", "from=2025-01-02&asOf=2025-01-01", "from=2025-02-30"])(
    "refuses ?%s by name",
    async (query) => {
      const answer = await get(`/releases/compare?${query}`);
      expect(answer.status).toBe(422);
      expect((await answer.json()).errors[0].parameter).toBe("from");
    },
  );
});
