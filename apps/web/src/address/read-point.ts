import type { View } from "../client/api.ts";

/** Query parameters that say where a page is read. */
export type PointSearch = { asOf?: string | undefined; release?: number | undefined };

/** Names no point in a link, which then leads to the figures of now. */
export const NOW = { asOf: undefined, release: undefined } as const satisfies PointSearch;

/** The point that a page's address names, for links that keep to it. */
export const pointOf = ({ asOf, release }: View): PointSearch => (release === undefined ? { asOf } : { release });

/** A point whose figures stay: the one that the address names, for now the release that was read. */
export const keptPoint = (view: View, release: number | undefined): PointSearch =>
  view.isOver ? pointOf(view) : { release: view.release ?? release };
