import { isUsable } from "@moc2030/shared/assess/usable";
import type { Indicator, ObservationItem } from "../../client/api.ts";
import type { Text } from "../../text/text.tsx";
import { flagsInProse } from "../../words/flags.ts";
import { capital, list, observed } from "../../words/format.ts";
import { changeText } from "../../words/wording.ts";
import { current, type Revision, revisions } from "./history.ts";

/** Why the latest figure differs from the previous one, or may only seem to. */
export type Cause =
  | { kind: "edition"; from: string; to: string }
  | { kind: "period"; year: number }
  | { kind: "pool"; from: number; to: number }
  | { kind: "break"; year: number; cause: string | null }
  | { kind: "revision"; revision: Revision }
  | { kind: "grade"; year: number; words: string[] };

/** The official compiler's latest and previous figures, with the causes of their difference. */
export type SincePrevious = { from: Known; to: Known; causes: Cause[] };
type Known = ObservationItem & { value: number };
type Series = Pick<Indicator, "compiler" | "valueKind" | "breaks">;

/**
 * Compares the latest usable figure with the previous one. A revision is a cause if it came in or after the release that
 * first published the latest figure, or revised that figure itself.
 */
export function sincePrevious(
  history: readonly ObservationItem[],
  indicator: Series,
  flags: (o: ObservationItem) => string[],
): SincePrevious | null {
  const own = history.filter((o) => o.compiler === indicator.compiler);
  const known = current(own)
    .filter(isUsable)
    .sort((a, b) => a.timePeriod - b.timePeriod);
  const [from, to] = known.slice(-2);
  if (!from || !to) return null;
  const causes: Cause[] = [];
  if (from.edition && to.edition) causes.push({ kind: "edition", from: from.edition, to: to.edition });
  else causes.push({ kind: "period", year: to.timePeriod });
  if (from.rankPool !== null && to.rankPool !== null && from.rankPool !== to.rankPool)
    causes.push({ kind: "pool", from: from.rankPool, to: to.rankPool });
  const broken = indicator.breaks.find((b) => b.timePeriod > from.timePeriod && b.timePeriod <= to.timePeriod);
  if (broken || to.obsStatus.includes("B"))
    causes.push({ kind: "break", year: broken?.timePeriod ?? to.timePeriod, cause: broken?.cause ?? null });
  const first = Math.min(...own.filter((o) => o.timePeriod === to.timePeriod).map((o) => o.release));
  for (const revision of revisions(own)) {
    const { timePeriod, release } = revision.new;
    const isLater = timePeriod === to.timePeriod || (timePeriod === from.timePeriod && release >= first);
    if (isLater && revision.old.value !== revision.new.value) causes.push({ kind: "revision", revision });
  }
  const words = flags(to);
  if (words.length > 0) causes.push({ kind: "grade", year: to.timePeriod, words });
  return { from, to, causes };
}

/** The change: "tăng 0,85 điểm phần trăm (13,17% → 14,02%)"; both figures where a bound cannot be subtracted. */
export function previousChange({ from, to }: SincePrevious, { valueKind }: Series, text: Text): string {
  if (from.valueLimit || to.valueLimit || valueKind === "state" || valueKind === "tier")
    return `${observed(from, valueKind, text.lang)} → ${observed(to, valueKind, text.lang)}`;
  return capital(changeText(from, to, valueKind, text));
}

/** A cause as a sentence. */
export function causeText(cause: Cause, indicator: Pick<Indicator, "valueKind" | "poolNoun">, text: Text): string {
  const { say, lang } = text;
  switch (cause.kind) {
    case "edition":
      return say("since.edition", { from: cause.from, to: cause.to });
    case "period":
      return say("since.period", { year: cause.year });
    case "pool":
      return say("since.pool", { from: cause.from, to: cause.to, noun: indicator.poolNoun ?? "" });
    case "break":
      return say("since.break", { year: cause.year, cause: cause.cause ?? "" }).replace(/: \.$/, ".");
    case "revision": {
      const { old, new: now } = cause.revision;
      const write = (o: ObservationItem) => observed(o, indicator.valueKind, lang) ?? say("value.none");
      return say("since.revision", { year: now.timePeriod, old: write(old), now: write(now), release: now.release });
    }
    case "grade":
      return say("since.grade", { year: cause.year, words: list(cause.words, lang) });
  }
}

/** Flags of the latest figure that may lead to a revision. */
export const openFlags = (text: Text) => (o: ObservationItem) => flagsInProse(o, text);
