import type { Awaited } from "./next-edition.ts";

/** An indicator that awaits its next edition, with who makes it. */
type Coming = { readonly compiler: string; readonly next: Awaited };

/**
 * Editions that come out together, of one compiler, year and expected day; each as its first one and the others, in the
 * order given, the publication that is expected first in front.
 */
export function byPublication<C extends Coming>(coming: readonly C[]): [C, ...C[]][] {
  const publications = new Map<string, [C, ...C[]]>();
  for (const one of coming) {
    const key = `${one.compiler} ${one.next.timePeriod} ${one.next.dueBy}`;
    const known = publications.get(key);
    if (known) known.push(one);
    else publications.set(key, [one]);
  }
  return [...publications.values()].sort(([{ next: a }], [{ next: b }]) =>
    a.dueBy < b.dueBy ? -1 : a.dueBy > b.dueBy ? 1 : 0,
  );
}
