import type { Observation } from "@moc2030/shared/schema/observation";
import type { Text } from "../text/text.tsx";
import { chartWords } from "./words.ts";

/** Status flags and confidence as words; empty for a final, sourced figure. */
export function flagWords(figure: Pick<Observation, "obsStatus" | "confidence">, { lang }: Text): string[] {
  const { flags, confidence } = chartWords[lang];
  return [...figure.obsStatus.map((code) => flags[code]), confidence[figure.confidence]].filter(
    (word) => word !== null,
  );
}

/** The same inside a sentence about the figure alone: a break is about the series, and is told beside the chart. */
export const flagsInProse = (figure: Pick<Observation, "obsStatus" | "confidence">, text: Text): string[] =>
  flagWords({ ...figure, obsStatus: figure.obsStatus.filter((code) => code !== "B") }, text);
