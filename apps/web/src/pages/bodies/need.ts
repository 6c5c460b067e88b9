import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Text } from "../../text/text.tsx";
import { computedDecimals, figure } from "../../words/format.ts";
import { amount, type Measure } from "../../words/wording.ts";

/** What a target takes each year from now on beside the highest on record; null where nothing is left to reach. */
export function needSentence(a: Assessment, measure: Measure, text: Text): string | null {
  const { say, lang } = text;
  const record = a.outlook?.record;
  if (!record) return null;
  const kind = measure.valueKind;
  const perYear = (value: number) => {
    if (a.kind === "period_average") return figure(value, "growth", lang, { decimals: computedDecimals("growth") });
    const decimals = Number.isInteger(value) ? 0 : computedDecimals(kind);
    // A record can be a loss: the least that was ever lost.
    return say("bodies.perYear", { amount: (value < 0 ? "−" : "") + amount(value, kind, text, decimals) });
  };
  const need = say("bodies.need", { need: perYear(record.needed) });
  if (!record.best) return `${need}.`;
  const { from, to, perYear: best } = record.best;
  return `${need}; ${say("bodies.best", { best: perYear(best), years: from === to ? `${to}` : `${from} → ${to}` })}.`;
}
