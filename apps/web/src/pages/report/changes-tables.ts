import type { ReportBlock } from "@moc2030/shared/schema/report";
import { shortCompiler } from "@moc2030/shared/text/compiler-name";
import type { Text } from "../../text/text.tsx";
import { flagWords } from "../../words/flags.ts";
import { day, number, observed } from "../../words/format.ts";
import { statusWord } from "../../words/wording.ts";
import { paragraphs } from "./open-places.ts";
import type { ReportData } from "./reads.ts";
import { type Column, table } from "./table.ts";
import { allRows, targetName } from "./targets-table.ts";

/** Figures in the table at most: a report is for reading. */
const MOST_FIGURES = 300;

/** Figures and verdicts that are otherwise than on the day of the report before. */
export function changes(data: ReportData, text: Text): ReportBlock[] {
  const { say, lang } = text;
  const { items, statuses, from } = data.changes;
  const indicatorOf = (code: string) => data.indicators.find((one) => one.code === code);
  const compilerName = (code: string) => shortCompiler(data.compilers.find((one) => one.code === code)?.name ?? code);
  const rowOf = (id: string) => allRows(data).find(({ target }) => target.id === id);
  const written = (figureOf: (typeof items)[number]["old"]) => {
    if (!figureOf) return "–";
    const value = observed(figureOf, indicatorOf(figureOf.indicator)?.valueKind ?? "index", lang);
    return [value ?? say("releases.noValue"), ...flagWords(figureOf, text).map((word) => `(${word})`)].join(" ");
  };
  const status = (verdict: (typeof statuses)[number]["after"], id: string) => {
    const row = rowOf(id);
    return verdict ? statusWord(verdict, text, row?.indicator) : "–";
  };
  const orderOf = ({ new: now }: (typeof items)[number]) =>
    indicatorOf(now.indicator)?.order ?? Number.MAX_SAFE_INTEGER;
  const isPart = items.length > MOST_FIGURES;
  // Of too many those of the indicators that come first in the catalogue.
  const shown = isPart ? items.toSorted((a, b) => orderOf(a) - orderOf(b)).slice(0, MOST_FIGURES) : items;
  const counts = { n: number(shown.length, lang), all: number(items.length, lang), page: say("releases.daysTitle") };
  const since = day(from.day, lang);
  const none = items.length === 0 && statuses.length === 0;
  return [
    ...paragraphs(none ? say("report.noChanges", { day: since }) : say("report.changesSince", { day: since })),
    ...paragraphs(isPart ? say("report.partOfFigures", counts) : null),
    ...(items.length === 0
      ? []
      : [
          table(
            say("report.changedFigures"),
            [
              {
                label: say("row.indicator"),
                width: 8,
                cell: ({ new: now }) => indicatorOf(now.indicator)?.name ?? now.indicator,
              },
              { label: say("whatIf.year"), width: 2, cell: ({ new: now }) => String(now.timePeriod) },
              { label: say("report.compiler"), width: 5, cell: ({ new: now }) => compilerName(now.compiler) },
              { label: say("report.before"), width: 4, cell: ({ old }) => written(old) },
              { label: say("report.this"), width: 4, cell: ({ new: now }) => written(now) },
            ] satisfies Column<(typeof items)[number]>[],
            shown,
          ),
        ]),
    ...(statuses.length === 0
      ? []
      : [
          table(
            say("report.changedVerdicts"),
            [
              {
                label: say("row.target"),
                width: 8,
                cell: ({ targetId }) => {
                  const row = rowOf(targetId);
                  return row ? targetName(row, text) : targetId;
                },
              },
              { label: say("report.before"), width: 5, cell: ({ targetId, before }) => status(before, targetId) },
              { label: say("report.this"), width: 5, cell: ({ targetId, after }) => status(after, targetId) },
            ] satisfies Column<(typeof statuses)[number]>[],
            statuses,
          ),
        ]),
  ];
}
