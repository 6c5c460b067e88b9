import { isUsable } from "@moc2030/shared/assess/usable";
import type { ReportBlock, ReportCell } from "@moc2030/shared/schema/report";
import type { Text } from "../../text/text.tsx";
import { flagWords } from "../../words/flags.ts";
import { capital, day, figure, observed } from "../../words/format.ts";
import { leadShort } from "../../words/responsible.ts";
import { aimText, type JudgedTarget, needed, nowText } from "../../words/target-row.ts";
import { paragraph } from "./open-places.ts";
import type { ReportData } from "./reads.ts";
import { verdictWord } from "./results.ts";
import { table } from "./table.ts";

/** The headline targets and all others. */
export const allRows = ({ headline, others }: ReportData): JudgedTarget[] => [...headline, ...others];

/** "Thứ hạng GII, 2030: nhóm 40 nước"; without a threshold, that there is none. */
export const targetName = ({ indicator, target }: JudgedTarget, text: Text): string =>
  `${capital(indicator.topic)}, ${target.year}: ${aimText(target, indicator.valueKind, text) ?? text.say("strategy.noThreshold")}`;

/** The figures by which a target is judged, since the base year: of the official compiler, none unverified. */
export const figuresOf = ({ figures }: ReportData, { indicator, target }: JudgedTarget) =>
  figures.filter(
    (one) =>
      one.indicator === indicator.code &&
      one.compiler === indicator.compiler &&
      one.timePeriod >= target.baseYear &&
      isUsable(one),
  );

/** Every target: base, each year, the report before, this one, verdict, what it takes, who answers, source. */
export function allTargets(data: ReportData, text: Text): ReportBlock[] {
  const { say, lang } = text;
  const rows = allRows(data);
  const known = rows.flatMap((row) => figuresOf(data, row).map(({ timePeriod }) => timePeriod));
  const years = [...new Set(known)].sort();
  const ofYear = (row: JudgedTarget, year: number): ReportCell => {
    const found = figuresOf(data, row).find((one) => one.timePeriod === year);
    if (!found || found.value === null) return "–";
    // Without pool and unit, for which a column has no room.
    return { text: observed({ ...found, rankPool: null }, "index", lang) ?? "–", value: found.value };
  };
  const then = (row: JudgedTarget) => data.rowsThen.find(({ target }) => target.id === row.target.id);
  const latest = (row: JudgedTarget) =>
    figuresOf(data, row).find((one) => one.timePeriod === row.assessment.latest?.timePeriod);
  const source = (row: JudgedTarget) => data.sources.find(({ id }) => id === latest(row)?.source);
  const grade = (row: JudgedTarget) => {
    const found = latest(row);
    if (!found) return "–";
    return flagWords(found, text).join(", ") || say("report.final");
  };
  const base = ({ assessment: { base }, indicator }: JudgedTarget) =>
    base ? `${figure(base.value, indicator.valueKind, lang)} (${base.timePeriod})` : "–";
  return [
    paragraph(say("report.comparedWith", { day: day(data.request.compareDay, lang) })),
    table(
      say("report.allTargets"),
      [
        { label: say("row.target"), width: 8, cell: (row) => targetName(row, text) },
        { label: say("report.base"), width: 4, cell: base },
        ...years.map((year) => ({
          label: String(year),
          width: 3,
          cell: (row: JudgedTarget) => ofYear(row, year),
        })),
        {
          label: say("report.before"),
          width: 5,
          cell: (row) => {
            const found = then(row);
            return found
              ? [nowText(found, text), verdictWord(found, text)].filter((part) => part !== null).join(". ")
              : "–";
          },
        },
        { label: say("report.this"), width: 5, cell: (row) => nowText(row, text) ?? "–" },
        { label: say("report.grade"), width: 4, cell: grade },
        { label: say("row.status"), width: 5, cell: (row) => verdictWord(row, text) },
        { label: say("row.need"), width: 4, cell: (row) => needed(row, text)?.perYear ?? "–" },
        {
          label: say("row.body"),
          width: 6,
          cell: ({ indicator }) => leadShort(indicator, data.bodies, data.referenceDate, text),
        },
        {
          label: say("report.source"),
          width: 5,
          cell: (row) => (latest(row) ? (source(row)?.title ?? say("source.later")) : "–"),
        },
      ],
      rows,
    ),
  ];
}
