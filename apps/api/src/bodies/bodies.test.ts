import { anIndicator, aTarget } from "@moc2030/shared/schema/definitions.fixture";
import type { IndicatorDefinition } from "@moc2030/shared/schema/indicator";
import { describe, expect, test } from "vitest";
import { testApp } from "../app.fixture.ts";
import { aFigure, builtDb } from "../seed/data.fixture.ts";

const both = (text: string) => ({ vi: text, en: `${text} in English` });
const aBody = (id: string, some: object = {}) => ({
  ...{ id, name: both(id), from: null, to: null, successor: null, source: null },
  ...some,
});
type Role = IndicatorDefinition["responsible"][number];
const aRole = (body: string, some: Partial<Role> = {}): Role => ({
  body,
  role: "lead",
  from: null,
  to: null,
  basis: both(`basis of ${body}`),
  paper: both("Decision"),
  source: "S",
  ...some,
});

/** OLD was merged into NEW on 1 December 2024, and what MPI leads is its own. */
const db = await builtDb({
  at: "2024-01-01",
  figures: [aFigure(2020, "42"), aFigure(2023, "46"), aFigure(2024, "44")],
  define: {
    body: [
      aBody("OLD", {
        to: "2024-11-30",
        successor: "NEW",
        succession: { kind: "merged", from: "2024-12-01", paper: both("Resolution"), source: "S" },
      }),
      aBody("NEW"),
      aBody("LATE", { from: "2025-01-01" }),
    ],
    indicator: [
      anIndicator({
        responsible: [
          aRole("OLD", { to: "2024-11-30" }),
          aRole("NEW", { role: "compiler", from: "2024-12-01", to: "2027-12-31" }),
          aRole("NEW", { role: "monitor", paper: null }),
        ],
        schedule: { everyYears: 1, month: 9, lagYears: 0, link: null, note: null },
      }),
      anIndicator({ code: "OWN", order: 5, responsible: [aRole("MPI"), aRole("OLD", { to: "2022-12-31" })] }),
    ],
    target: [aTarget(), aTarget({ id: "X-2030-GII_RANK", document: "X" })],
  },
});
const { get, json } = await testApp({ db });
const codes = (list: { indicator: string; role: string; body: string }[]) =>
  list.map(({ indicator, role, body }) => `${indicator} ${role} ${body}`);
const lists = async (path: string) => {
  const { given, sourced, related, past } = await json(path);
  return { given: codes(given), sourced: codes(sourced), related: codes(related), past: codes(past) };
};

describe("GET /bodies/{bodyId}", () => {
  test("keeps apart what a paper gives, what only a source says and what succession brings near", async () => {
    expect(await lists("/bodies/NEW")).toEqual({
      given: ["GII_RANK compiler NEW"],
      sourced: ["GII_RANK monitor NEW"],
      related: ["GII_RANK lead OLD"],
      past: [],
    });
    expect(await lists("/bodies/MPI")).toEqual({ given: ["OWN lead MPI"], sourced: [], related: [], past: [] });
  });

  test("a body that has ended has its past, in the order of the indicators, and its successor", async () => {
    expect(await lists("/bodies/OLD")).toEqual({
      ...{ given: [], sourced: [], related: [] },
      past: ["OWN lead OLD", "GII_RANK lead OLD"],
    });
    const { body, past } = await json("/bodies/OLD");
    expect(body).toMatchObject({ to: "2024-11-30", successor: "NEW", succession: { paper: "Resolution" } });
    expect(past.map((one: { to: string }) => one.to)).toEqual(["2022-12-31", "2024-11-30"]);
  });

  test("as known on a day: before the merger OLD leads, and nothing says that it will end", async () => {
    expect(await lists("/bodies/OLD?asOf=2024-11-30")).toEqual({
      given: ["GII_RANK lead OLD"],
      sourced: [],
      related: [],
      past: ["OWN lead OLD"],
    });
    const { body, given, bodies } = await json("/bodies/OLD?asOf=2024-11-30");
    expect(body).toMatchObject({ to: null, successor: null });
    expect(body.succession).toBeUndefined();
    expect(given[0].to).toBeNull();
    expect(bodies.map((one: { id: string }) => one.id)).not.toContain("LATE");
    expect((await lists("/bodies/NEW?asOf=2024-11-30")).related).toEqual([]);
    expect((await lists("/bodies/NEW?asOf=2024-12-01")).related).toEqual(["GII_RANK lead OLD"]);
  });

  test("each indicator comes with the Strategy's targets, their assessments and the next edition", async () => {
    const { indicators, targets, assessments, due, sources } = await json("/bodies/NEW");
    expect(indicators.map((one: { code: string; latest: { value: number } }) => [one.code, one.latest.value])).toEqual([
      ["GII_RANK", 44],
    ]);
    expect(targets.map((one: { id: string }) => one.id)).toEqual(["D2289-2030-GII_RANK"]);
    const own = (await json("/assessments?indicator=GII_RANK")).items;
    expect(assessments).toEqual(own);
    expect(due).toEqual([
      { indicator: "GII_RANK", timePeriod: 2025, dueBy: "2025-09-30", requestBy: null, isOut: true },
    ]);
    expect(sources.map((one: { id: string }) => one.id)).toEqual(["S"]);
  });

  test("basis and names are in the language asked for", async () => {
    const { body, related } = await json("/bodies/NEW?lang=en");
    expect([body.name, related[0].basis, related[0].paper]).toEqual([
      ...["NEW in English", "basis of OLD in English", "Decision in English"],
    ]);
  });

  test("a body that is yet to come is null, one that never was is not found", async () => {
    expect(await json("/bodies/LATE?asOf=2024-12-31")).toMatchObject({ body: null, given: [], indicators: [] });
    expect((await json("/bodies/LATE")).body.id).toBe("LATE");
    const answer = await get("/bodies/NONE");
    expect([answer.status, await answer.json()]).toMatchObject([404, { title: "No such code" }]);
    expect((await get("/bodies/NEW?colour=red")).status).toBe(422);
  });
});
