import { changeBetween } from "@moc2030/shared/outlook/components";
import type { ReportBlock } from "@moc2030/shared/schema/report";
import { shortCompiler } from "@moc2030/shared/text/compiler-name";
import type { Text } from "../../text/text.tsx";
import { cautions } from "../../words/cautions.ts";
import { changeSentence, distanceSentence } from "../../words/components.ts";
import { editionText } from "../../words/edition.ts";
import { capital, day } from "../../words/format.ts";
import type { HeadlineRow } from "../../words/headline-rows.ts";
import { tally } from "../../words/headline-sentence.ts";
import { recordSentence } from "../../words/outlook.ts";
import { leadSentence } from "../../words/responsible.ts";
import { byStanding } from "../../words/standing.ts";
import { summary } from "../../words/summary.ts";
import { aimText, type JudgedTarget, nowText, overdueText } from "../../words/target-row.ts";
import { provisionalNote, reasonText, statusWord, wordingText } from "../../words/wording.ts";
import { heading, list, paragraph, paragraphs } from "./open-places.ts";
import type { ReportData } from "./reads.ts";

/** The label of a verdict, with "tạm thời" where it is provisional. */
export function verdictWord({ assessment, indicator }: JudgedTarget, text: Text): string {
  const note = provisionalNote(assessment, text);
  return statusWord(assessment, text, indicator) + (note ? ` (${note})` : "");
}

/** The verdict on a target: its label, "tạm thời" where it is, and why there is none. */
export function verdictText({ assessment: a, indicator }: JudgedTarget, text: Text): string {
  const why = a.class === "not_assessable" ? reasonText(a, indicator, indicator.compiler, text) : null;
  const notes = [provisionalNote(a, text), why].filter((note) => note !== null);
  const word = statusWord(a, text, indicator);
  return notes.length > 0 ? `${word} (${notes.join("; ")})` : word;
}

type Row = ReportData["headline"][number];
type Overdue = Row & { missing: NonNullable<Row["missing"]> };

/** The rows whose next edition is overdue; one that may have been out on the day, as its own day is not known, is not. */
export const overdue = (headline: readonly Row[]): Overdue[] =>
  headline.filter((row): row is Overdue => row.missing !== null && !row.missing.isUndated);

/** Which editions are past their day and not in the data, in one sentence; null where none is. */
export function overdueSentence({ headline }: ReportData, text: Text): string | null {
  const missing = overdue(headline).map(({ missing: next, indicator }) =>
    text.say("report.overdueOne", {
      name: indicator.shortName,
      edition: editionText(next.timePeriod, indicator.valueKind, text),
      day: day(next.dueBy, text.lang),
    }),
  );
  return missing.length === 0 ? null : text.say("report.overdue", { list: missing.join("; ") });
}

/** Part II: how far each target has come. Overdue editions stand first, then what is furthest from its record. */
export function results(data: ReportData, text: Text): ReportBlock[] {
  const { say } = text;
  const rows = byStanding(data.headline).flatMap((group) => group.rows);
  const inOrder = [...rows.filter(({ missing }) => missing), ...rows.filter(({ missing }) => !missing)];
  return [
    heading(say("report.headline")),
    ...inOrder.flatMap((row) => ofTarget(row, data, text)),
    ...otherTargets(data, text),
  ];
}

function ofTarget(row: HeadlineRow, data: ReportData, text: Text): ReportBlock[] {
  const { indicator, assessment: a, missing, target } = row;
  const { say } = text;
  const { valueKind } = indicator;
  const series = data.figures
    .filter((one) => one.indicator === indicator.code && one.compiler === indicator.compiler)
    .sort((one, other) => one.timePeriod - other.timePeriod);
  const compilerName = (code: string) => shortCompiler(data.compilers.find((one) => one.code === code)?.name ?? code);
  const caution = cautions([row], compilerName, text).flatMap(({ sentences }) => sentences);
  const stands = say("report.stands", {
    now: capital(nowText(row, text) ?? say("value.none")),
    aim: aimText(target, valueKind, text) ?? wordingText(target, text),
    year: target.year,
    verdict: verdictText(row, text),
  });
  const told = summary({ indicator, series, target, assessment: a }, text);
  return [
    heading(capital(indicator.topic)),
    ...paragraphs(
      missing && `${overdueText(missing, valueKind, text)}.`,
      stands,
      told,
      recordSentence(a, indicator, text),
      ...componentSentences(row, data, text),
      caution.join(" "),
      leadSentence(indicator, data.bodies, data.referenceDate, text),
    ),
    ...(series.length > 1
      ? [{ kind: "chart" as const, indicator: indicator.code, description: `${indicator.name}. ${told}` }]
      : []),
  ];
}

function componentSentences({ indicator }: HeadlineRow, data: ReportData, text: Text): (string | null)[] {
  const all = data.details.find((detail) => detail.indicator?.code === indicator.code)?.components;
  if (!all) return [];
  const nameOf = (code: string) => data.areas.find((area) => area.code === code)?.name ?? code;
  const found = changeBetween(all, {});
  const kind = indicator.score ? "index" : indicator.valueKind;
  const [bar] = all.targets.filter((one) => one.bar.length > 0);
  return [
    found.ok && found.change ? changeSentence(all, found.change, kind, text) : null,
    bar ? distanceSentence(all, bar, nameOf, text) : null,
  ];
}

function otherTargets({ others }: ReportData, text: Text): ReportBlock[] {
  const { say } = text;
  const years = [...new Set(others.map(({ target }) => target.year))];
  return years.flatMap((year) => {
    const own = others.filter(({ target }) => target.year === year);
    const judged = own.filter(({ assessment }) => assessment.class !== "not_assessable");
    return [
      heading(say("report.others", { year })),
      paragraph(`${capital(tally(own, text))}.`),
      ...list(
        judged.map((row) =>
          say("report.line", {
            name: capital(row.indicator.topic),
            now: nowText(row, text) ?? say("value.none"),
            aim: aimText(row.target, row.indicator.valueKind, text) ?? wordingText(row.target, text),
            verdict: verdictText(row, text),
          }),
        ),
      ),
    ];
  });
}
