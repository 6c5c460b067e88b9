import type { ObservationItem } from "../api.ts";

export type PeerRow = {
  area: string;
  name: string;
  /** Figures by edition, in the order of `editions`. */
  figures: (ObservationItem | null)[];
  /** Places within the group by edition; null where the economy has no usable figure there. */
  places: (number | null)[];
};
/** `counts` says by edition how many economies have a usable figure: places are among these. */
export type Peers = { editions: number[]; counts: number[]; rows: PeerRow[] };

/** The last editions (at most `count`), the newest first, and every economy of the group in them, the best of the newest edition first. */
export function peers(observations: readonly ObservationItem[], direction: "lower" | "higher", count = 5): Peers {
  const editions = [...new Set(observations.filter((o) => o.refArea === "VNM").map((o) => o.timePeriod))]
    .sort((a, b) => b - a)
    .slice(0, count);
  const isBetter = (a: number, b: number) => (direction === "lower" ? a < b : a > b);
  const usable = editions.map((year) =>
    observations.flatMap((o) =>
      o.timePeriod === year && o.value !== null && o.confidence !== "unverified"
        ? [{ area: o.refArea, value: o.value }]
        : [],
    ),
  );
  const rows = [...new Set(observations.map((o) => o.refArea))].map((area): PeerRow => {
    const own = observations.filter((o) => o.refArea === area);
    return {
      area,
      name: own[0]?.refAreaName ?? area,
      figures: editions.map((year) => own.find((o) => o.timePeriod === year) ?? null),
      places: usable.map((all) => {
        const mine = all.find((one) => one.area === area);
        return mine ? 1 + all.filter((one) => isBetter(one.value, mine.value)).length : null;
      }),
    };
  });
  const newest = (row: PeerRow) => row.places[0] ?? 99;
  return {
    editions,
    counts: usable.map((all) => all.length),
    rows: rows.sort((a, b) => newest(a) - newest(b) || (a.name < b.name ? -1 : 1)),
  };
}

/** Who stands ahead of an economy in the newest edition, the best first. */
export function aheadOf({ rows }: Peers, area: string): PeerRow[] {
  const own = rows.find((row) => row.area === area)?.places[0];
  return own == null ? [] : rows.filter((row) => (row.places[0] ?? 99) < own);
}
