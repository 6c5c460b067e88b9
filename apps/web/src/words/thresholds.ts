import { type Ladder, ladder, type Rung } from "@moc2030/shared/assess/ladder";
import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Indicator } from "../client/api.ts";
import type { Text } from "../text/text.tsx";
import { figure, figures } from "./format.ts";

/** Fields needed to format thresholds. */
export type Scale = Pick<Indicator, "valueKind" | "decimals">;

/** Decimals of thresholds: those of published figures, two for averages. */
const decimalsOf = (a: Assessment, { decimals }: Scale): number => (a.average ? 2 : decimals);

/** The value ranges of all classes for a year, by default that of the latest figure. */
export function thresholds(a: Assessment, scale: Scale, year = a.latest?.timePeriod): Ladder | null {
  return year === undefined ? null : ladder(a, year, decimalsOf(a, scale));
}

/** A range as text: "51–72", "từ 87", "17,87–20,89%", "dưới 12,66%". */
export function rungText({ rungs, direction, of }: Ladder, rung: Rung, scale: Scale, text: Text): string {
  const { say, lang } = text;
  const kind = of === "average" ? "share" : scale.valueKind;
  const decimals = of === "average" ? 2 : scale.decimals;
  const write = (value: number) => figure(value, kind, lang, { decimals: Number.isInteger(value) ? 0 : decimals });
  const isLower = direction === "lower";
  const { worst } = rung;
  // Ranks start at 1.
  const best = rung.best ?? (scale.valueKind === "rank" ? 1 : null);
  if (worst === null) {
    if (scale.valueKind === "rank") return say("ladder.rankFrom", { value: write(best ?? 1) });
    const before = rungs.at(rungs.indexOf(rung) - 1)?.worst ?? best ?? 0;
    return say(isLower ? "ladder.over" : "ladder.under", { value: write(before) });
  }
  if (best === null) return say(isLower ? "ladder.atMost" : "ladder.atLeast", { value: write(worst) });
  if (best === worst) return write(worst);
  return isLower ? figures(best, worst, kind, lang, decimals) : figures(worst, best, kind, lang, decimals);
}

/** The start of a range, coming from better values: "từ 73", "dưới 17,87%". */
export function rungStart(all: Ladder, rung: Rung, scale: Scale, text: Text): string {
  const before = all.rungs[all.rungs.indexOf(rung) - 1];
  const kind = all.of === "average" ? "share" : scale.valueKind;
  const decimals = all.of === "average" ? 2 : scale.decimals;
  const write = (value: number | null) =>
    figure(value ?? 0, kind, text.lang, { decimals: Number.isInteger(value) ? 0 : decimals });
  if (all.direction === "lower") return text.say("ladder.rankFrom", { value: write(rung.best) });
  return text.say("ladder.under", { value: write(before?.worst ?? rung.best) });
}
