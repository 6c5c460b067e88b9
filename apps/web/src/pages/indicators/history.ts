import type { ObservationItem } from "../../client/api.ts";

/** A figure that was replaced: what it was and what it became. */
export type Revision = { old: ObservationItem; new: ObservationItem };
/** What one release said of a series: its newest day of publication, and the figure of each year as known then; `isNew` where this release said it. */
export type Vintage = {
  release: number;
  published: string | null;
  figures: ({ figure: ObservationItem; isNew: boolean } | null)[];
};

const key = (o: ObservationItem) => `${o.compiler} ${o.refArea} ${o.timePeriod}`;

/** The newest version of every figure, in the order of the history. */
export function current(history: readonly ObservationItem[]): ObservationItem[] {
  const newest = new Map<string, ObservationItem>();
  for (const o of history) if (o.release >= (newest.get(key(o))?.release ?? 0)) newest.set(key(o), o);
  const kept = new Set(newest.values());
  return history.filter((o) => kept.has(o));
}

/** Every change of a published figure, the newest release first; a version that says the same again is none. */
export function revisions(history: readonly ObservationItem[]): Revision[] {
  const before = new Map<string, ObservationItem>();
  const found: Revision[] = [];
  for (const o of history.toSorted((a, b) => a.release - b.release)) {
    const old = before.get(key(o));
    if (
      old &&
      (old.value !== o.value || old.valueLimit !== o.valueLimit || old.obsStatus.join() !== o.obsStatus.join())
    )
      found.push({ old, new: o });
    before.set(key(o), o);
  }
  return found.sort((a, b) => b.new.release - a.new.release || b.new.timePeriod - a.new.timePeriod);
}

/** One year's figure that was revised: every step, the oldest first. */
export type RevisedYear = { compiler: string; timePeriod: number; steps: [Revision, ...Revision[]] };

/** Every year whose figure was revised, those of `official` before others', the newest year first. */
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

/** Years that a vintage table has room for. */
const MAX_YEARS = 10;

/** One compiler's series as each release knew it, the newest release and year first: at most the last ten years, and the releases that said something of them. */
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
