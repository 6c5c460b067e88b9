import type { Text } from "../text/text.tsx";
import { flagsInProse, flagWords } from "./flags.ts";
import { figure, observed } from "./format.ts";
import type { HeadlineRow } from "./headline-rows.ts";
import { marginSentence } from "./pace.ts";
import { compilerPaper } from "./responsible.ts";

/**
 * Caveats of a target's figure. `hash` is the section of the indicator's page that explains the last one; null for
 * none.
 */
export type Caution = { code: string; topic: string; sentences: string[]; hash: string | null };

/**
 * The headline targets that have caveats: provisional, computed here, close to a threshold, or contradicted by another
 * compiler.
 */
export function cautions(rows: readonly HeadlineRow[], compilerName: (code: string) => string, text: Text): Caution[] {
  return rows
    .map((row): Caution => {
      const two = twoFigures(row, compilerName, text);
      const sentences = [provisional(row, text), computed(row, compilerName, text), margin(row, text), two];
      return {
        code: row.indicator.code,
        topic: row.indicator.topic,
        sentences: sentences.filter((sentence) => sentence !== null),
        hash: two === null ? null : "two-figures",
      };
    })
    .filter(({ sentences }) => sentences.length > 0);
}

function provisional({ assessment: { provisional: isProvisional, latest } }: HeadlineRow, text: Text): string | null {
  if (!isProvisional || !latest) return null;
  const flags = flagsInProse({ ...latest, confidence: "sourced" }, text).join(", ");
  if (flags === "") return text.say("caution.provisional");
  return text.say("caution.provisionalFigure", { year: latest.timePeriod, flags });
}

/** The caveat that an average is computed by this site and not published; null for a target without an average. */
function computed({ assessment, indicator }: HeadlineRow, compilerName: (code: string) => string, text: Text) {
  const average = assessment.average?.toDate ?? null;
  if (average === null) return null;
  const value = figure(average, "growth", text.lang, { decimals: 2 });
  return text.say("caution.computed", { value, name: compilerName(indicator.compiler) });
}

const margin = ({ assessment, indicator }: HeadlineRow, text: Text) => marginSentence(assessment, indicator, text);

function twoFigures(
  { beside, indicator, assessment }: HeadlineRow,
  compilerName: (code: string) => string,
  text: Text,
) {
  if (!beside) return null;
  const write = (o: typeof beside.official) =>
    [observed(o, indicator.valueKind, text.lang), ...flagWords(o, text).map((word) => `(${word})`)].join(" ");
  const { year, official, other } = beside;
  const said = { year, official: write(official), other: write(other), name: compilerName(other.compiler) };
  const paper = compilerPaper(indicator, assessment.referenceDate);
  return paper === null ? text.say("card.beside", said) : text.say("card.besidePaper", { ...said, paper });
}
