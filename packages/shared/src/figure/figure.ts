import type { ContentField, KeyField, ObsStatus, Value } from "./fields.ts";

/** Which figure: the key of an observation. */
export type FigureKey = { readonly [F in KeyField as F["name"]]: Value<F> };

/** The content of a figure. `value` is the published text of the number, null where it is missing. */
export type FigureContent = { readonly [F in ContentField as F["name"]]: Value<F> };

/** A published figure with the release of its newest revision. */
export interface PublishedFigure extends FigureKey, FigureContent {
  readonly release: number;
  /** The stored text of the number, only where that is not its canonical form (`0072.50`): a correction replaces it. */
  readonly storedAs?: string | undefined;
}

/** Why a published figure is changed. */
export const revisionReasons = [
  "publisher_revision",
  "new_method",
  "own_error",
  "better_source",
  "wrong_year",
] as const;

/** Whether a change puts right an error of our own, which is published with a correction notice. */
export const isOwnError = (reason: string | null): reason is "own_error" | "wrong_year" =>
  reason === "own_error" || reason === "wrong_year";

/** The grades of a figure in the law: ước tính, sơ bộ, chính thức. */
export type Grade = "estimate" | "provisional" | "final";

/** The grade that the status codes say; null for a missing value. */
export function gradeOf(figure: Pick<FigureContent, "value" | "obsStatus">): Grade | null {
  if (figure.value === null) return null;
  if (figure.obsStatus.includes("E")) return "estimate";
  return figure.obsStatus.includes("P") ? "provisional" : "final";
}

/** The status codes of a missing value: exists, cannot exist, other. */
export const MISSING_STATUS: readonly ObsStatus[] = ["L", "M", "O"];

/** A figure's key as a string, for maps. */
export const keyText = ({ indicator, compiler, refArea, timePeriod }: FigureKey): string =>
  `${indicator} ${compiler} ${refArea} ${timePeriod}`;
