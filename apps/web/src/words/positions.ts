import { isUsable } from "@moc2030/shared/assess/usable";
import type { ObservationItem } from "../client/api.ts";
import type { Text } from "../text/text.tsx";

/** An economy with its figures. */
export type Compared = { area: string; name: string; figures: ObservationItem[] };

/** Years in which any economy has a figure, oldest first. */
export const editionsOf = (lines: readonly Compared[]): number[] =>
  [...new Set(lines.flatMap((line) => line.figures.filter((o) => o.value !== null).map((o) => o.timePeriod)))].sort(
    (a, b) => a - b,
  );

/** A position in a group. `isShared`: tied. `isSure`: no unverified figure could change it. */
export type Place = { position: number; isShared: boolean; isSure: boolean };
export type Positions = {
  /** Editions with at least two figures, oldest first, and how many they have. */
  editions: { year: number; count: number }[];
  /** Members with a position, sorted by the newest edition; `places` is parallel to `editions`. */
  rows: { area: string; name: string; places: (Place | null)[] }[];
};

/**
 * Positions within a group by edition. Unverified figures count, since omitting them would move others up; positions that
 * they could change are not `isSure`.
 */
export function positions(members: readonly Compared[], direction: "lower" | "higher"): Positions {
  const isBehind = (a: number, b: number) => (direction === "lower" ? a > b : a < b);
  const editions = editionsOf(members)
    .map((year) => ({
      year,
      figures: members.flatMap((member) =>
        member.figures.flatMap((o) =>
          o.timePeriod === year && o.value !== null ? [{ area: member.area, value: o.value, isSure: isUsable(o) }] : [],
        ),
      ),
    }))
    .filter(({ figures }) => figures.length > 1);
  const rows = members
    .map(({ area, name }) => ({
      area,
      name,
      places: editions.map(({ figures }): Place | null => {
        const own = figures.find((one) => one.area === area);
        if (!own) return null;
        const notBehind = figures.filter((one) => one !== own && !isBehind(one.value, own.value));
        return {
          position: 1 + notBehind.filter((one) => one.value !== own.value).length,
          isShared: notBehind.some((one) => one.value === own.value),
          isSure: own.isSure && notBehind.every((one) => one.isSure),
        };
      }),
    }))
    .filter(({ places }) => places.some((place) => place !== null));
  const newest = (row: { places: (Place | null)[] }) => row.places.at(-1)?.position ?? 99;
  return {
    editions: editions.map(({ year, figures }) => ({ year, count: figures.length })),
    rows: rows.sort((a, b) => newest(a) - newest(b) || (a.name < b.name ? -1 : 1)),
  };
}

/** Economies ahead of an area in an edition, best first. */
export function aheadOf(all: Positions, area: string, year: number): { name: string; position: number }[] {
  const at = all.editions.findIndex((edition) => edition.year === year);
  const own = all.rows.find((row) => row.area === area)?.places[at]?.position;
  if (own === undefined) return [];
  return all.rows
    .flatMap(({ name, places }) => {
      const place = places[at];
      return place && place.position < own ? [{ name, position: place.position }] : [];
    })
    .sort((a, b) => a.position - b.position);
}

/** Footnotes for the marks in use. */
export const placeNotes = (places: readonly (Place | null)[], { say }: Text): string[] => [
  ...(places.some((place) => place?.isShared) ? [say("place.shared")] : []),
  ...(places.some((place) => place && !place.isSure) ? [say("place.unsure")] : []),
];

/** A position: 5, 5= if tied, 5* if not sure. */
export const placeText = ({ position, isShared, isSure }: Place): string =>
  `${position}${isShared ? "=" : ""}${isSure ? "" : "*"}`;
