import type { ObservationItem } from "../api.ts";

export type PeerRow = {
  area: string;
  name: string;
  /** Position within the group in the newest edition; null where the economy has no usable figure there. */
  position: number | null;
  /** Figures by edition, in the order of `editions`. */
  figures: (ObservationItem | null)[];
};
export type Peers = { editions: number[]; rows: PeerRow[] };

/** The last editions (at most `count`) and every economy of the group in them, the best of the newest edition first. */
export function peers(observations: ObservationItem[], direction: "lower" | "higher", count = 5): Peers {
  const editions = [...new Set(observations.filter((o) => o.refArea === "VNM").map((o) => o.timePeriod))]
    .sort((a, b) => a - b)
    .slice(-count);
  const newest = editions.at(-1);
  const isBetter = (a: number, b: number) => (direction === "lower" ? a < b : a > b);
  const usable = observations.filter(
    (o) => o.timePeriod === newest && o.value !== null && o.confidence !== "unverified",
  );
  const rows = [...new Set(observations.map((o) => o.refArea))].map((area): PeerRow => {
    const own = observations.filter((o) => o.refArea === area);
    const now = usable.find((o) => o.refArea === area)?.value ?? null;
    return {
      area,
      name: own[0]?.refAreaName ?? area,
      position: now === null ? null : 1 + usable.filter((o) => o.value !== null && isBetter(o.value, now)).length,
      figures: editions.map((year) => own.find((o) => o.timePeriod === year) ?? null),
    };
  });
  return { editions, rows: rows.sort((a, b) => (a.position ?? 99) - (b.position ?? 99) || (a.name < b.name ? -1 : 1)) };
}
