import type { ReportBlock } from "@moc2030/shared/schema/report";
import { shortCompiler } from "@moc2030/shared/text/compiler-name";
import type { Text } from "../../text/text.tsx";
import { editionText } from "../../words/edition.ts";
import { capital } from "../../words/format.ts";
import { tally } from "../../words/headline-sentence.ts";
import { computed, neededAt } from "../../words/outlook.ts";
import { leadShort } from "../../words/responsible.ts";
import { yearsAhead } from "../../words/years-ahead.ts";
import { heading, list, paragraph, paragraphs } from "./open-places.ts";
import type { ReportData } from "./reads.ts";
import { overdue, overdueSentence, verdictText } from "./results.ts";

/** Targets that cannot be assessed. */
export const unassessed = ({ headline, others }: ReportData) =>
  [...headline, ...others].filter(({ assessment }) => assessment.class === "not_assessable");

/** Part IV: what was reached, and what cannot be said and why. Causes are left to the author. */
export function overall(data: ReportData, text: Text): ReportBlock[] {
  const { say } = text;
  const rows = [...data.headline, ...data.others];
  return [
    heading(say("report.reached")),
    paragraph(say("report.tally", { n: rows.length, tally: tally(rows, text) })),
    heading(say("report.limits")),
    ...paragraphs(overdueSentence(data, text), say("report.unassessed", { n: unassessed(data).length })),
    ...list(
      unassessed(data).map((row) =>
        say("report.why", {
          name: say("report.targetOf", { name: row.indicator.shortName, year: row.target.year }),
          why: verdictText(row, text),
        }),
      ),
    ),
    ...(data.request.form === "official" ? [paragraph(say("report.causes"))] : []),
  ];
}

/** Part V: the value that each open target takes year by year. */
export function ahead({ headline }: ReportData, text: Text): ReportBlock[] {
  const { say } = text;
  const open = headline.filter(({ assessment }) => assessment.outlook?.catchUp);
  const years = [
    ...new Set(
      open.flatMap(({ assessment: a, indicator }) =>
        yearsAhead(indicator.frequency, a).filter((year) => neededAt(a, year, indicator) !== null),
      ),
    ),
  ].sort();
  if (years.length === 0) return [paragraph(say("report.noneOpen"))];
  const cell = (row: (typeof open)[number], year: number) => {
    const { assessment: a, indicator } = row;
    const value = yearsAhead(indicator.frequency, a).includes(year) ? neededAt(a, year, indicator) : null;
    if (value === null) return "–";
    const measure = a.average ? { ...indicator, valueKind: "share" as const } : indicator;
    return { text: computed(value, measure, text), value };
  };
  return [
    paragraph(say("years.neededNote")),
    {
      kind: "table",
      caption: say("years.needed"),
      columns: [{ label: say("row.indicator"), width: 5 }, ...years.map((year) => ({ label: String(year), width: 2 }))],
      rows: open.map((row) => [capital(row.indicator.topic), ...years.map((year) => cell(row, year))]),
    },
  ];
}

/** Part VI: drafts of proposals, each to be kept or crossed out. */
export function proposals(data: ReportData, text: Text): ReportBlock[] {
  const { say } = text;
  const nameOf = (code: string) => shortCompiler(data.compilers.find((one) => one.code === code)?.name ?? code);
  const unmeasured = unassessed(data);
  const named = (rows: typeof unmeasured) => [...new Set(rows.map(({ indicator }) => indicator.shortName))].join(", ");
  const ended = unmeasured.filter(({ assessment }) => assessment.reason === "discontinued");
  const undefinedOnes = unmeasured.filter(({ assessment }) => assessment.reason === "no_definition");
  const unowned = data.headline.filter(({ indicator }) => !indicator.responsible.some((term) => term.paper));
  return list([
    ...[...new Map(ended.map((row) => [row.indicator.code, row])).values()].map(({ indicator }) =>
      say(indicator.valueKind === "rank" ? "report.replaceRank" : "report.replace", {
        name: indicator.shortName,
        compiler: nameOf(indicator.compiler),
      }),
    ),
    ...(undefinedOnes.length > 0 ? [say("report.define", { names: named(undefinedOnes) })] : []),
    ...overdue(data.headline).map(({ missing, indicator }) =>
      say("report.fetch", {
        name: indicator.shortName,
        edition: editionText(missing.timePeriod, indicator.valueKind, text),
        compiler: nameOf(indicator.compiler),
      }),
    ),
    ...unowned.map(({ indicator }) =>
      say("report.assign", {
        name: indicator.shortName,
        lead: leadShort(indicator, data.bodies, data.referenceDate, text),
      }),
    ),
    say("report.more"),
  ]);
}
