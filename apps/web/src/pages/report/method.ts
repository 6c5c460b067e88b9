import type { ReportBlock } from "@moc2030/shared/schema/report";
import { isReducedDate } from "@moc2030/shared/text/date";
import type { Text } from "../../text/text.tsx";
import { day, dayOfInstant, reducedDay } from "../../words/format.ts";
import { hitsText, recordedWord, trackSentence } from "../../words/track-record.ts";
import { heading, list, paragraph, paragraphs } from "./open-places.ts";
import type { ReportData } from "./reads.ts";
import { table } from "./table.ts";
import { allRows, figuresOf } from "./targets-table.ts";

/** How targets are judged, how such verdicts fared, which data, and where each figure was read. */
export function method(data: ReportData, text: Text): ReportBlock[] {
  const { say, lang } = text;
  const { release, referenceDate, assessments } = data;
  const { used, hasLater } = usedSources(data);
  return [
    ...paragraphs(
      say("report.ofRelease", {
        id: release.id,
        day: dayOfInstant(release.publishedAt, lang),
        closing: day(referenceDate, lang),
      }),
      say("report.methodOf", { version: assessments[0]?.methodVersion ?? "" }),
    ),
    ...list([
      say("report.rule.pace"),
      say("report.rule.average"),
      say("report.rule.record"),
      say("report.rule.usable"),
    ]),
    heading(say("track.title")),
    ...data.track.flatMap((record) => {
      const indicator = data.indicators.find(({ code }) => code === record.indicator);
      const name = indicator?.shortName ?? record.indicator;
      return [
        paragraph(trackSentence(record, name, null, text)),
        table(
          say("track.caption", { name, years: record.years, of: record.of }),
          [
            { label: say("track.class"), width: 4, cell: (row) => recordedWord(row.class, text) },
            { label: say("track.reached"), width: 4, cell: (row) => hitsText(row, text) },
            {
              label: say("track.economies"),
              width: 2,
              cell: ({ economies }) => ({ text: String(economies), value: economies }),
            },
          ],
          record.classes,
        ),
      ];
    }),
    heading(say("report.sources")),
    ...list([...used.map((source) => sourceLine(source, text)), ...(hasLater ? [say("report.sourcesLater")] : [])]),
  ];
}

type Source = ReportData["sources"][number];

/** The sources of the figures of annex I, by publisher and title, and whether there are others, of a later day. */
function usedSources(data: ReportData): { used: Source[]; hasLater: boolean } {
  const { sources } = data;
  const used = new Set(allRows(data).flatMap((row) => figuresOf(data, row).map(({ source }) => source)));
  const order = ({ publisher, title }: Source) => `${publisher} ${title}`;
  const found = sources.filter(({ id }) => used.has(id));
  return {
    used: found.sort((a, b) => order(a).localeCompare(order(b), "vi")),
    hasLater: found.length < used.size,
  };
}

function sourceLine({ publisher, title, date, url }: Source, { say, lang }: Text): string {
  const written = date && isReducedDate(date) ? reducedDay(date, lang) : date;
  return [say("report.sourceOf", { publisher, title }), written, url].filter((part) => part !== null).join(", ");
}
