import { describe, expect, test } from "vitest";
import { asean, edition, input } from "./assess.fixture.ts";
import { assess } from "./assess.ts";
import { membersOn } from "./group.ts";
import type { AssessedTarget, PeerRank } from "./input.ts";

const top3: Partial<AssessedTarget> = { kind: "rank_in_group", comparator: "<=", value: 3, direction: "lower" };
// biome-ignore format: one line an edition
const gii2020 = edition(2020, "2020-09-02", { VNM: 42, SGP: 8, MYS: 33, THA: 44, PHL: 50, IDN: 85, BRN: 71, KHM: 110, LAO: 113, MMR: 129 });
// biome-ignore format: one line an edition
const gii2025 = edition(2025, "2025-09-16", { VNM: 44, SGP: 5, MYS: 34, THA: 45, PHL: 50, IDN: 55, BRN: 88, KHM: 100, LAO: 109, MMR: 122 });
const judge = (ranks: PeerRank[], target: Partial<AssessedTarget> = {}, referenceDate = "2026-11-21") =>
  assess(input({ ...top3, ...target }, [], { peers: { area: "VNM", members: asean, ranks }, referenceDate }));
const without = (ranks: PeerRank[], ...areas: string[]) => ranks.filter(({ area }) => !areas.includes(area));
const unverified = (ranks: PeerRank[], ...areas: string[]): PeerRank[] =>
  ranks.map((row) => (areas.includes(row.area) ? { ...row, confidence: "unverified" } : row));

describe("the group", () => {
  test("is its members on the day: ten until Timor-Leste joined on 2025-10-26", () => {
    expect(membersOn(asean, "2025-10-25")).toHaveLength(10);
    expect(membersOn(asean, "2025-10-26")).toHaveLength(11);
    expect(membersOn(asean, "1998-01-01")).not.toContain("KHM");
  });

  test("the last day of membership still counts", () => {
    const left = [{ area: "AAA", from: "2000-01-01", to: "2020-06-30" }];
    expect(membersOn(left, "2020-06-30")).toEqual(["AAA"]);
    expect(membersOn(left, "2020-07-01")).toEqual([]);
  });

  test.each([
    ["2025-10-25", 3, []],
    ["2025-10-26", 4, ["TLS"]],
  ])("an edition of %s has Viet Nam %s. behind %j of the newcomers", (published, position, newcomers) => {
    const ranks = [...gii2025, ...edition(2025, null, { TLS: 1 })].map((row) => ({ ...row, published }));
    const found = judge(ranks);
    expect(found.group?.position).toBe(position);
    expect(found.group?.ahead.filter((area) => area === "TLS")).toEqual(newcomers);
  });

  test("the day is that of the country's own row, else of another row, else the end of the edition's year", () => {
    const missing = (own: string | null, other: string | null) =>
      judge(gii2025.map((row) => ({ ...row, published: row.area === "VNM" ? own : other }))).group?.missing;
    expect(missing("2025-09-16", "2025-12-01")).toEqual([]);
    expect(missing("2025-12-01", "2025-09-16")).toEqual(["TLS"]);
    expect(missing(null, "2025-09-16")).toEqual([]);
    expect(missing(null, null)).toEqual(["TLS"]);
  });
});

describe("the position", () => {
  test("is 1 + members ranked strictly better; a tie stands beside, not ahead", () => {
    const tied = gii2025.map((row) => (row.area === "MYS" ? { ...row, rank: 44 } : row));
    expect(judge(tied).group).toEqual({ position: 2, ahead: ["SGP"], missing: [], edition: 2025 });
  });

  test("those ahead come in order of rank, and economies outside the group do not count", () => {
    const ranks = [...edition(2025, null, { CHE: 1, KOR: 4 }), ...gii2025].map((row) =>
      row.area === "MYS" ? { ...row, rank: 2 } : row,
    );
    expect(judge(ranks).group?.ahead).toEqual(["MYS", "SGP"]);
  });

  test("editions after the target year, and those without the country's own usable rank, do not count", () => {
    const later = edition(2026, "2026-09-16", { VNM: 60, SGP: 5 });
    expect(judge([...gii2025, ...later], { year: 2025 }).group?.edition).toBe(2025);
    expect(judge([...gii2020, ...unverified(gii2025, "VNM")]).group?.edition).toBe(2020);
    expect(judge(unverified(gii2025, "VNM")).reason).toBe("no_observation");
    expect(judge(gii2025.map((row): PeerRank => ({ ...row, obsStatus: ["F"] }))).reason).toBe("no_observation");
    expect(assess(input(top3, [])).reason).toBe("no_observation");
  });

  test("base, latest, path and target are positions, derived, in the year of the edition", () => {
    const fifth = gii2025.map((row) => (row.area === "VNM" ? { ...row, rank: 52 } : row));
    const found = judge([...fifth, ...gii2020], { value: 2 });
    expect(found).toMatchObject({ targetValue: 2, base: { timePeriod: 2020, value: 3 }, class: "moving_away" });
    expect(found.latest).toEqual({ timePeriod: 2025, value: 5, obsStatus: ["A"], confidence: "derived" });
    expect(found.pace).toMatchObject({ ratio: -4, gap: -3 });
    expect(found.path?.at(-1)).toEqual({ timePeriod: 2030, value: 2 });
  });

  test("of two ranks of the country the worse is read, and it does not stand ahead of itself", () => {
    for (const ranks of [
      [...gii2025, ...edition(2025, null, { VNM: 30 })],
      [...edition(2025, null, { VNM: 30 }), ...gii2025],
    ])
      expect(judge(ranks).group).toMatchObject({ position: 3, ahead: ["SGP", "MYS"] });
  });

  test("a lower position is better whatever the direction of the indicator", () => {
    const found = judge([...gii2020, ...gii2025], { value: 2, direction: "higher" });
    expect(found.pace?.gap).toBe(-1);
  });

  test("once held and not any more is lost", () => {
    const fourth = gii2025.map((row) => (row.area === "THA" ? { ...row, rank: 41 } : row));
    expect(judge([...gii2020, ...fourth]).class).toBe("lost");
    expect(judge([...gii2020, ...fourth], { year: 2025 }).class).toBe("missed");
  });

  test("a provisional rank of any member makes the verdict provisional", () => {
    const ranks = gii2025.map((row): PeerRank => (row.area === "THA" ? { ...row, obsStatus: ["P"] } : row));
    const found = judge(ranks);
    expect(found).toMatchObject({ provisional: true, latest: { obsStatus: ["P"] } });
    expect(judge(gii2025).provisional).toBe(false);
  });

  test("a discontinued ranking gives the last position", () => {
    const peers = { area: "VNM", members: asean, ranks: gii2025 };
    const found = assess(input(top3, [], { peers, discontinuedFrom: "2026-01-01" }));
    expect(found).toMatchObject({ reason: "discontinued", last: { timePeriod: 2025, value: 3, satisfies: true } });
    const open = { ...peers, ranks: without(gii2025, "MMR") };
    expect(assess(input(top3, [], { peers: open, discontinuedFrom: "2026-01-01" })).last?.satisfies).toBe(false);
  });
});

describe("members without a usable rank", () => {
  test("one that the publisher does not list (M) stands behind", () => {
    const ranks = gii2025.map((row): PeerRank => (row.area === "MMR" ? { ...row, rank: null, obsStatus: ["M"] } : row));
    expect(judge(ranks)).toMatchObject({ class: "met", group: { position: 3, missing: [] } });
  });

  test("a rank that is missing for another reason (L) may be anywhere", () => {
    const ranks = gii2025.map((row): PeerRank => (row.area === "MMR" ? { ...row, rank: null, obsStatus: ["L"] } : row));
    expect(judge(ranks).group?.missing).toEqual(["MMR"]);
  });

  test("an unlisting that is itself unverified is not believed", () => {
    const ranks = unverified([...without(gii2025, "MMR"), ...edition(2025, null, { MMR: null })], "MMR");
    expect(judge(ranks).group?.missing).toEqual(["MMR"]);
  });

  test("missing or unverified: incomplete where the two ends disagree, with no position", () => {
    for (const ranks of [without(gii2025, "MMR"), unverified(gii2025, "MMR")]) {
      const found = judge([...gii2020, ...ranks]);
      expect(found).toMatchObject({
        reason: "peer_data_incomplete",
        latest: null,
        pace: null,
        path: null,
        margin: null,
      });
      expect(found.group).toEqual({ position: null, ahead: ["SGP", "MYS"], missing: ["MMR"], edition: 2025 });
      expect(found.base).toEqual({ timePeriod: 2020, value: 3 });
    }
  });

  test("missing, but both ends give one class: that class, the best position, the missing named", () => {
    const ranks = without(gii2025, "MMR");
    expect(judge(ranks, { value: 4 })).toMatchObject({ class: "met", group: { position: 3, missing: ["MMR"] } });
    expect(judge(ranks, { value: 2, year: 2025 })).toMatchObject({ class: "missed", latest: { value: 3 } });
    expect(judge([...gii2020, ...ranks], { value: 2 }).reason).toBe("peer_data_incomplete");
  });

  test("an uncertain base is incomplete only where the class needs it", () => {
    const base = without(gii2020, "MMR");
    expect(judge([...base, ...gii2025])).toMatchObject({ class: "met", base: { value: 3 } });
    const fourth = gii2025.map((row) => (row.area === "THA" ? { ...row, rank: 41 } : row));
    expect(judge([...base, ...fourth])).toMatchObject({
      reason: "peer_data_incomplete",
      base: null,
      latest: { value: 4 },
      group: { position: 4, missing: [] },
    });
  });

  test("an uncertain base that fails for two different reasons is incomplete", () => {
    const later = gii2025.map((row): PeerRank => ({ ...row, obsStatus: row.area === "VNM" ? ["B"] : ["A"] }));
    const found = judge([...without(gii2020, "MMR"), ...later], { comparator: "<", value: 3 });
    expect(found.reason).toBe("peer_data_incomplete");
  });

  test("one edition with an open position is met at one end only", () => {
    expect(judge(without(gii2025, "MMR")).reason).toBe("peer_data_incomplete");
    expect(judge(without(gii2025, "MMR"), { value: 2 }).reason).toBe("one_point");
  });

  test("an uncertain other base year has no ratio", () => {
    const fourth = gii2025.map((row) => (row.area === "THA" ? { ...row, rank: 41 } : row));
    const open = edition(2022, "2022-09-29", { VNM: 48, SGP: 7, MYS: 36, THA: 43 });
    const found = judge([...gii2020, ...open, ...fourth], { value: 2 });
    expect(found.class).toBe("moving_away");
    expect(found.sensitivity).toEqual([{ baseYear: 2022, ratio: null, class: "not_assessable" }]);
  });
});

describe("at the edges of an edition", () => {
  const ranksOf = (rows: [string, number | null][], more: Partial<PeerRank> = {}): PeerRank[] =>
    rows.map(([area, rank]) => ({
      edition: 2025,
      area,
      rank,
      obsStatus: ["A"],
      confidence: "sourced",
      published: "2025-09-16",
      ...more,
    }));
  const two = [
    { area: "SGP", from: "1967-08-08", to: null },
    { area: "THA", from: "1967-08-08", to: null },
    { area: "VNM", from: "1995-07-28", to: null },
  ];
  const standing = (ranks: PeerRank[], members = two, referenceDate = "2026-11-21") =>
    assess(input({ ...top3 }, [], { peers: { area: "VNM", members, ranks }, referenceDate }));

  test("members of one rank stand in order of their codes, whatever order they come in", () => {
    for (const order of [
      ["SGP", "THA"],
      ["THA", "SGP"],
    ])
      expect(
        standing(ranksOf([...order.map((area): [string, number] => [area, 5]), ["VNM", 44]])).group?.ahead,
      ).toEqual(["SGP", "THA"]);
  });
  test("an economy with two rows counts once, by its better one, and the country itself by its worse", () => {
    const found = standing(
      ranksOf([
        ["SGP", 5],
        ["SGP", 60],
        ["THA", 45],
        ["VNM", 44],
        ["VNM", 46],
      ]),
    );
    expect(found.group).toMatchObject({ position: 3, ahead: ["SGP", "THA"], missing: [] });
  });
  test("a rank that is no number is none, and unlisted is only who has no rank", () => {
    const nan = standing(
      ranksOf([
        ["SGP", Number.NaN],
        ["THA", 45],
        ["VNM", 44],
      ]),
    );
    expect(nan.group?.missing).toEqual(["SGP"]);
    const listed = [
      ...ranksOf([
        ["THA", 45],
        ["VNM", 44],
      ]),
      ...ranksOf([["SGP", Number.POSITIVE_INFINITY]], { obsStatus: ["M"] }),
    ];
    expect(standing(listed).group?.missing).toEqual(["SGP"]);
  });
  test("of several days of publication the earliest counts", () => {
    const later = two.map((member) => (member.area === "SGP" ? { ...member, from: "2025-10-26" } : member));
    const days = (own: (string | null)[]) => {
      const ranks = ranksOf([
        ["SGP", 5],
        ["THA", 45],
        ["VNM", 44],
        ["VNM", 44],
      ]);
      return standing(
        ranks.map((row, i) => ({ ...row, published: row.area === "VNM" ? (own[i - 2] ?? null) : null })),
        later,
      ).group?.ahead;
    };
    expect(days(["2025-12-01", "2025-09-16"])).toEqual([]);
    expect(days(["2025-12-01", null])).toEqual(["SGP"]);
  });
  test("provisional and estimated ranks of members are told, and no other flag of theirs", () => {
    const flagged = (status: PeerRank["obsStatus"]) =>
      standing([
        ...ranksOf([
          ["THA", 45],
          ["VNM", 44],
        ]),
        ...ranksOf([["SGP", 5]], { obsStatus: status }),
      ]).latest?.obsStatus;
    expect(flagged(["P"])).toEqual(["P"]);
    expect(flagged(["E"])).toEqual(["E"]);
    expect(flagged(["E", "B"])).toEqual(["E"]);
    expect(flagged(["B"])).toEqual(["A"]);
    expect(flagged(["A"])).toEqual(["A"]);
  });
  test("an edition outside the calendar, or of no whole year, is none", () => {
    const at = (edition: number) =>
      standing(
        ranksOf(
          [
            ["SGP", 5],
            ["THA", 45],
            ["VNM", 44],
          ],
          { edition },
        ),
      ).reason;
    expect([at(1899), at(2024.5)]).toEqual(["no_observation", "no_observation"]);
    expect(at(1900)).not.toBe("no_observation");
  });
});
