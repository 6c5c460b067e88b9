type Version = {
  readonly compiler: string;
  readonly refArea: string;
  readonly timePeriod: number;
  readonly release: number;
  readonly value: number | string | null;
  readonly valueLimit: string | null;
  readonly obsStatus: readonly string[];
};

/** A replaced figure and its replacement, with every version in which the replaced one stood, oldest first. */
export type Revision<V> = { old: V; new: V; stood: [V, ...V[]] };

const isAnother = (a: Version, b: Version) =>
  a.value !== b.value || a.valueLimit !== b.valueLimit || a.obsStatus.join() !== b.obsStatus.join();

/**
 * The changes of published figures of one indicator, oldest release first. A version with the same value, limit and
 * status as the one before it, of another source say, is no revision.
 */
export function revisionsOf<V extends Version>(history: readonly V[]): Revision<V>[] {
  const standing = new Map<string, [V, ...V[]]>();
  const found: Revision<V>[] = [];
  for (const version of history.toSorted((a, b) => a.release - b.release)) {
    const key = `${version.compiler} ${version.refArea} ${version.timePeriod}`;
    const stood = standing.get(key);
    const old = stood?.at(-1);
    if (!stood || !old) standing.set(key, [version]);
    else if (isAnother(old, version)) {
      found.push({ old, new: version, stood });
      standing.set(key, [version]);
    } else stood.push(version);
  }
  return found;
}
