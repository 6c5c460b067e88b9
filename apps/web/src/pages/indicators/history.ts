import { type Revision as RevisionOf, revisionsOf } from "@moc2030/shared/figure/revisions";
import type { ObservationItem } from "../../client/api.ts";

export type Revision = RevisionOf<ObservationItem>;
/**
 * A series as known in one release. `published` is its newest publication date; `isNew` marks figures that the release
 * changed.
 */
export type Vintage = {
  release: number;
  published: string | null;
  figures: ({ figure: ObservationItem; isNew: boolean } | null)[];
};

const key = (o: ObservationItem) => `${o.compiler} ${o.refArea} ${o.timePeriod}`;

/** The newest revision of every figure, in the order of the history. */
export function current(history: readonly ObservationItem[]): ObservationItem[] {
  const newest = new Map<string, ObservationItem>();
  for (const o of history) if (o.release >= (newest.get(key(o))?.release ?? 0)) newest.set(key(o), o);
  const kept = new Set(newest.values());
  return history.filter((o) => kept.has(o));
}

/** Changes of published figures, newest release first; revisions with equal content are skipped. */
export const revisions = (history: readonly ObservationItem[]): Revision[] =>
  revisionsOf(history).sort((a, b) => b.new.release - a.new.release || b.new.timePeriod - a.new.timePeriod);

/** A revised figure with its revisions, oldest first. */
export type RevisedYear = { compiler: string; timePeriod: number; steps: [Revision, ...Revision[]] };

/** Revised figures, those of `official` first, newest year first. */
export function revisedYears(history: readonly ObservationItem[], official: string): RevisedYear[] {
  const years = new Map<string, RevisedYear>();
  for (const step of revisions(history).reverse()) {
    const { compiler, timePeriod } = step.new;
    const year = years.get(key(step.new));
    if (year) year.steps.push(step);
    else years.set(key(step.new), { compiler, timePeriod, steps: [step] });
  }
  return [...years.values()].sort(
    (a, b) => Number(b.compiler === official) - Number(a.compiler === official) || b.timePeriod - a.timePeriod,
  );
}

/** Columns of a vintage table. */
const MAX_YEARS = 10;

/**
 * Vintages of one compiler's series, newest release and year first: the last ten years, and releases that changed any of
 * them.
 */
export function vintages(history: readonly ObservationItem[], compiler: string): { years: number[]; rows: Vintage[] } {
  const own = history.filter((o) => o.compiler === compiler);
  const years = [...new Set(own.map((o) => o.timePeriod))].sort((a, b) => b - a).slice(0, MAX_YEARS);
  const releases = [...new Set(own.filter((o) => years.includes(o.timePeriod)).map((o) => o.release))];
  const rows = releases.map((release): Vintage => {
    const said = own.filter((o) => o.release === release);
    const days = said.flatMap((o) => (o.published === null ? [] : [o.published])).sort();
    return {
      release,
      published: days.at(-1) ?? null,
      figures: years.map((year) => {
        const figure = own.findLast((o) => o.timePeriod === year && o.release <= release);
        return figure ? { figure, isNew: figure.release === release } : null;
      }),
    };
  });
  return { years, rows: rows.sort((a, b) => b.release - a.release) };
}
