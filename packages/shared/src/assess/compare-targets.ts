import type { Target } from "../schema/target.ts";

/** The part of a target that a comparison reads. */
export type ComparedTarget = Pick<
  Target,
  "kind" | "comparator" | "value" | "qualifier" | "year" | "window" | "group" | "confidence"
>;

/** How strict one target is beside another. `earlier` asks no less, and sooner. `incomparable` says why. */
export type Strictness =
  | { relation: "stricter" | "same" | "looser"; years: number; hedged: "base" | "other" | null }
  | { relation: "incomparable"; why: "unverified" | "no_threshold" | "other_measure"; years: number };

/** The scale of a target's value: the indicator's unit, an average over years, or a position in a group. */
function scaleOf({ kind, window, group }: ComparedTarget): string | null {
  if (kind === "level" || kind === "maintain" || kind === "count") return "level";
  if (kind === "period_average") return `average ${window?.from}-${window?.to}`;
  return kind === "rank_in_group" ? `group ${group}` : null;
}

/**
 * How strict `other` is beside `base`, both targets of one indicator, from comparator, value and year alone.
 * A lower ceiling or a higher floor is stricter; at one value "over" is stricter than "at least". `years` is how many
 * years after `base` it falls due (negative: earlier). `hedged` names the one that says "about" where only one does:
 * that word is no tolerance and changes no verdict. A recalled target is never compared.
 */
export function compareTargets(base: ComparedTarget, other: ComparedTarget): Strictness {
  const years = other.year - base.year;
  const cannot = (why: "unverified" | "no_threshold" | "other_measure") =>
    ({ relation: "incomparable", why, years }) as const;
  if (base.confidence === "unverified" || other.confidence === "unverified") return cannot("unverified");
  if (base.value === null || other.value === null || base.comparator === null || other.comparator === null)
    return cannot("no_threshold");
  const isCeiling = base.comparator.startsWith("<");
  if (scaleOf(base) !== scaleOf(other) || isCeiling !== other.comparator.startsWith("<"))
    return cannot("other_measure");
  const harder = (isCeiling ? -1 : 1) * (other.value - base.value) || stepOf(other) - stepOf(base);
  const abouts = [base.qualifier === "about", other.qualifier === "about"];
  return {
    relation: harder > 0 ? "stricter" : harder < 0 ? "looser" : "same",
    years,
    hedged: abouts[0] === abouts[1] ? null : abouts[0] ? "base" : "other",
  };
}

/** At one value "more than" and "less than" ask for a little more than "at least" and "at most". */
const stepOf = ({ comparator }: ComparedTarget): number => (comparator === ">" || comparator === "<" ? 1 : 0);

/** Whether `other` asks for more than `base`: a harder threshold no later, or no easier a one sooner. */
export const asksForMore = (found: Strictness): boolean =>
  (found.relation === "stricter" && found.years <= 0) || (found.relation === "same" && found.years < 0);
