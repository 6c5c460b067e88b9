import type { ObsStatus } from "../figure/fields.ts";
import { blank, type Goal, type Membership, type PeerRank, type Peers, type Point, type Working } from "./input.ts";
import { YEARS } from "./method.ts";
import { assessSeries } from "./series.ts";
import { isProvisional, isTrusted } from "./usable.ts";

/** An economy's position in its group in one edition, with the members ahead of it and those without a usable rank. */
export interface Standing extends Point {
  readonly ahead: string[];
  readonly missing: string[];
}

/** The areas that belonged to the group on `day`, first and last day of membership included, in order of code. */
export const membersOn = (members: readonly Membership[], day: string): string[] =>
  [
    ...new Set(members.filter(({ from, to }) => from <= day && (to === null || day <= to)).map(({ area }) => area)),
  ].sort();

const hasRank = (row: PeerRank): row is PeerRank & { rank: number } =>
  row.rank !== null && Number.isFinite(row.rank) && isTrusted(row);

/** Status M, read in a source: the publisher does not rank the economy, so it counts as behind. */
const isUnlisted = (row: PeerRank): boolean => row.rank === null && row.obsStatus.includes("M") && isTrusted(row);

/** The day on which the edition came out, by the economy's own row, else the earliest other row, else the last day of its year. */
const publishedOn = (rows: readonly PeerRank[], area: string, edition: number): string => {
  const days = (own: boolean) =>
    rows.flatMap((row) => (row.published !== null && (row.area === area) === own ? [row.published] : [])).sort();
  return days(true)[0] ?? days(false)[0] ?? `${edition}-12-31`;
};

function standing(peers: Peers, edition: number, all: readonly PeerRank[]): Standing | null {
  const byRank = all.filter(hasRank).sort((a, b) => a.rank - b.rank || (a.area < b.area ? -1 : 1));
  const own = byRank.findLast(({ area }) => area === peers.area);
  if (!own) return null;
  const others = membersOn(peers.members, publishedOn(all, peers.area, edition)).filter((area) => area !== peers.area);
  const ranked = byRank.filter(
    ({ area }, i) => others.includes(area) && byRank.findIndex((r) => r.area === area) === i,
  );
  const known = new Set([...ranked, ...all.filter(isUnlisted)].map(({ area }) => area));
  const ahead = ranked.filter(({ rank }) => rank < own.rank).map(({ area }) => area);
  const missing = others.filter((area) => !known.has(area));
  const flags = ranked
    .filter(isProvisional)
    .flatMap(({ obsStatus }) => obsStatus.filter((s) => s === "P" || s === "E"));
  const obsStatus: ObsStatus[] = [...new Set([...own.obsStatus, ...flags])];
  return {
    timePeriod: edition,
    value: 1 + ahead.length,
    worst: 1 + ahead.length + missing.length,
    obsStatus: obsStatus.length > 1 ? obsStatus.filter((status) => status !== "A") : obsStatus,
    confidence: "derived",
    ahead,
    missing,
  };
}

/**
 * Positions of `peers.area` in its group, one an edition up to `targetYear`, oldest first: 1 + members ranked
 * strictly better in the same edition, the members being those of the day the edition came out. `value` is the best
 * position, `worst` the one if every member without a usable rank stood ahead. Editions in which the economy itself
 * has no usable rank are left out.
 */
export function standings(peers: Peers, targetYear: number): Standing[] {
  const editions = [...new Set(peers.ranks.map(({ edition }) => edition))]
    .filter((year) => Number.isInteger(year) && year >= YEARS.first && year <= Math.min(targetYear, YEARS.last))
    .sort((a, b) => a - b);
  return editions.flatMap((edition) => {
    const found = standing(
      peers,
      edition,
      peers.ranks.filter((row) => row.edition === edition),
    );
    return found ? [found] : [];
  });
}

/**
 * Assesses the position in a group as a level, on positions. Where the two ends of an interval lead to one verdict,
 * that is the verdict and the best end is printed; where they do not, `peer_data_incomplete`, and a position that is
 * not certain is null. Source: docs/method.md, "Rank in a group".
 */
export function assessGroup(positions: readonly Standing[], goal: Goal): Working {
  const latest = positions.at(-1);
  if (!latest) return { ...blank, reason: "no_observation" };
  const found = assessSeries(positions, goal);
  const certain = (year: number | undefined) =>
    positions.some(({ timePeriod, value, worst }) => timePeriod === year && value === worst);
  const incomplete = found.reason === "peer_data_incomplete";
  const open = incomplete && !certain(latest.timePeriod);
  return {
    ...found,
    base: incomplete && !certain(found.base?.timePeriod) ? null : found.base,
    latest: open ? null : found.latest,
    group: {
      position: open ? null : latest.value,
      ahead: latest.ahead,
      missing: latest.missing,
      edition: latest.timePeriod,
    },
  };
}
