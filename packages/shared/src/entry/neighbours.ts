/** The figure of another economy in the same edition. */
export interface Neighbour {
  readonly refArea: string;
  readonly value: string | null;
}

const MOST = 10;

/** The ten economies nearest to a value, by value; none where it is no number. */
export function nearestTo<N extends Neighbour>(value: string | null, others: readonly N[]): N[] {
  const own = value === null ? Number.NaN : Number(value);
  if (Number.isNaN(own)) return [];
  return others
    .filter((one) => one.value !== null && !Number.isNaN(Number(one.value)))
    .sort((a, b) => Math.abs(Number(a.value) - own) - Math.abs(Number(b.value) - own))
    .slice(0, MOST)
    .sort((a, b) => Number(a.value) - Number(b.value));
}
