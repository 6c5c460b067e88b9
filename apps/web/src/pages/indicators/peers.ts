import { COUNTRY } from "@moc2030/shared/figure/country";
import type { ObservationItem } from "../../client/api.ts";
import { aheadOf, type Compared, type Place, positions } from "../../words/positions.ts";

export type PeerRow = {
  area: string;
  name: string;
  /** Figures by edition, parallel to `editions`. */
  figures: (ObservationItem | null)[];
  /** Positions by edition; null without a figure. */
  places: (Place | null)[];
};
/** `counts`: economies with a figure, by edition. `ahead`: those before Viet Nam in the newest edition, best first. */
export type Peers = { editions: number[]; counts: number[]; rows: PeerRow[]; ahead: string[] };

/** The newest `count` editions and the group's economies in them, sorted by the newest edition. */
export function peers(observations: readonly ObservationItem[], direction: "lower" | "higher", count = 5): Peers {
  const areas = [...new Set(observations.map((o) => o.refArea))];
  const lines = areas.map((area): Compared => {
    const figures = observations.filter((o) => o.refArea === area);
    return { area, name: figures[0]?.refAreaName ?? area, figures };
  });
  const all = positions(lines, direction);
  const editions = [...new Set(observations.filter((o) => o.refArea === COUNTRY).map((o) => o.timePeriod))]
    .sort((a, b) => b - a)
    .slice(0, count);
  const at = editions.map((year) => all.editions.findIndex((edition) => edition.year === year));
  const rows = lines.map(({ figures, ...economy }): PeerRow => {
    const places = all.rows.find((row) => row.area === economy.area)?.places;
    return {
      ...economy,
      figures: editions.map((year) => figures.find((o) => o.timePeriod === year) ?? null),
      places: at.map((index) => places?.[index] ?? null),
    };
  });
  const newest = (row: PeerRow) => row.places[0]?.position ?? 99;
  return {
    editions,
    counts: editions.map((_, i) => rows.filter((row) => row.figures[i]?.value != null).length),
    rows: rows.sort((a, b) => newest(a) - newest(b) || (a.name < b.name ? -1 : 1)),
    ahead: aheadOf(all, COUNTRY, editions[0] ?? 0).map(({ name }) => name),
  };
}
