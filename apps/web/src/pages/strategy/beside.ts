import { asksForMore, compareTargets, type Strictness } from "@moc2030/shared/assess/compare-targets";
import type { Target } from "@moc2030/shared/schema/target";
import type { Text } from "../../text/text.tsx";
import type { Kind } from "../../words/format.ts";
import { targetText } from "../../words/wording.ts";

/** A target of another document, and how it compares with one of the Strategy's. */
export type Beside = { target: Target; found: Strictness };

/** The Strategy's own targets grouped by year, oldest first. */
export function targetsByYear(targets: readonly Target[], strategy: string): [year: number, targets: Target[]][] {
  const years = new Map<number, Target[]>();
  for (const target of targets)
    if (target.document === strategy) years.set(target.year, [...(years.get(target.year) ?? []), target]);
  return [...years].sort(([a], [b]) => a - b);
}

/**
 * Targets of other documents for the same indicator, to show beside one of the Strategy's: those that are stricter, and
 * those to whose year this target is the nearest of the Strategy's. `issued` gives a document's date of issue.
 */
export function besideTarget(target: Target, targets: readonly Target[], issued: (id: string) => string): Beside[] {
  const own = targets.filter((t) => t.document === target.document && t.indicator === target.indicator);
  const isNearest = (year: number) =>
    own.every((t) => t === target || distance(year, target.year) < distance(year, t.year) || tie(year, target, t));
  return targets
    .filter((t) => t.document !== target.document && t.indicator === target.indicator)
    .map((other) => ({ target: other, found: compareTargets(target, other) }))
    .filter(({ target: other, found }) => isNearest(other.year) || asksForMore(found))
    .sort((a, b) => order(a.target, issued) - order(b.target, issued) || a.target.id.localeCompare(b.target.id));
}

const distance = (a: number, b: number) => Math.abs(a - b);
/** Breaks a tie between two equally near targets: the later one is taken. */
const tie = (year: number, a: Target, b: Target) =>
  distance(year, a.year) === distance(year, b.year) && a.year > b.year;
const order = (target: Target, issued: (id: string) => string) =>
  target.year * 1e4 + Number(issued(target.document).slice(0, 7).replace("-", "")) - 2e5;

/** Pairs of a Strategy target and a stricter target of another document for the same indicator. */
export function whereMoreIsAsked(targets: readonly Target[], strategy: string) {
  return targets
    .filter((target) => target.document === strategy)
    .flatMap((target) =>
      targets
        .filter((other) => other.document !== strategy && other.indicator === target.indicator)
        .map((other) => ({ target, other, found: compareTargets(target, other) }))
        .filter(({ found }) => asksForMore(found)),
    );
}

/** Targets of other documents for indicators without a target in the Strategy. */
export function onlyElsewhere(targets: readonly Target[], strategy: string): Target[] {
  const own = new Set(targets.filter((t) => t.document === strategy).map((t) => t.indicator));
  return targets.filter((t) => t.document !== strategy && !own.has(t.indicator));
}

/**
 * The comparison with the Strategy's target as text: "chặt hơn, sớm hơn 5 năm"; null if the target has no threshold.
 */
export function strictnessText({ target, found }: Beside, { say }: Text): string | null {
  if (found.relation === "incomparable") {
    if (found.why !== "no_threshold") return say(`strategy.${found.why}`);
    return target.value === null ? null : say("strategy.baseHasNone");
  }
  const years = Math.abs(found.years);
  const when = found.years === 0 ? null : say(found.years < 0 ? "strategy.earlier" : "strategy.later", { n: years });
  const word = found.hedged ? say(found.hedged === "base" ? "strategy.baseAbout" : "strategy.otherAbout") : null;
  const level = [say(`strategy.${found.relation}`), when].filter((part) => part !== null).join(", ");
  return word ? `${level} (${word})` : level;
}

/** A target with the most common source and basis, which are then shown once; undefined without targets. */
export function usualSource(targets: readonly Target[]): Target | undefined {
  const count = (one: Target) =>
    targets.filter((t) => t.source === one.source && t.wordingBasis === one.wordingBasis).length;
  return targets.toSorted((a, b) => count(b) - count(a))[0];
}

/** A short text for a target, or that it has no threshold. */
export const aimOf = (target: Target, kind: Kind, text: Text): string =>
  targetText(target, kind, text) ?? text.say("strategy.noThreshold");
