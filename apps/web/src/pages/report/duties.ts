import type { ReportBlock } from "@moc2030/shared/schema/report";
import type { Text } from "../../text/text.tsx";
import { day, reducedDay } from "../../words/format.ts";
import { heading, list, paragraphs } from "./open-places.ts";
import type { ReportData } from "./reads.ts";

/** First and last day of a report's period. */
export function daysOf(period: string): { from: string; to: string } {
  const [year = "", half] = period.split("-");
  return { from: `${year}-01-01`, to: half ? `${year}-06-30` : `${year}-12-31` };
}

/** Part I: the events of the period that the data name. */
export function events({ milestones, request }: ReportData, text: Text): ReportBlock[] {
  const { say, lang } = text;
  const { from, to } = daysOf(request.period);
  const own = milestones.filter(
    ({ date, confidence }) => confidence === "sourced" && date >= from.slice(0, date.length) && date <= to,
  );
  return [
    ...paragraphs(own.length > 0 ? say("report.events") : say("report.noEvents")),
    ...list(
      own.map(({ date, title, description }) =>
        say("report.event", { day: reducedDay(date, lang), title, description }),
      ),
    ),
  ];
}

type Recorded = { state: string; checkedOn: string | null; note: { vi: string; en: string | null } | null };

/** Part III: how far orientations and commitments have come, as recorded, and what bodies wrote. */
export function duties({ orientations, commitments, statements, headline, others, bodies }: ReportData, text: Text) {
  const { say, lang } = text;
  const recorded = ({ state, checkedOn, note }: Recorded) => {
    const words = [say(`record.state.${state}` as "record.state.done")];
    if (checkedOn) words.push(say("record.checkedOn", { day: day(checkedOn, lang) }));
    const [word, when] = words;
    const said = note && (lang === "en" ? (note.en ?? note.vi) : note.vi);
    return `${word}${when ? ` (${when})` : ""}${said ? `. ${said}` : ""}`;
  };
  const remarks = statements.filter((one) => one.kind === "remark");
  const nameOf = (targetId: string) => {
    const row = [...headline, ...others].find(({ target }) => target.id === targetId);
    return row ? say("report.targetOf", { name: row.indicator.shortName, year: row.target.year }) : targetId;
  };
  const known = commitments.filter(({ status }) => status.state !== "no_information");
  return [
    heading(say("strategy.orientations")),
    ...list(orientations.map((one) => say("report.recorded", { title: one.title, state: recorded(one.status) }))),
    heading(say("strategy.commitments")),
    ...paragraphs(say("report.commitments", { n: commitments.length, known: known.length })),
    ...list(known.map((one) => say("report.recorded", { title: one.quote, state: recorded(one.status) }))),
    heading(say("remark.heading")),
    ...paragraphs(remarks.length === 0 ? say("report.noRemarks") : null),
    ...list(
      remarks.map(({ subject, content: { body, text: words, letter } }) =>
        say("report.remark", {
          body: bodies.find((one) => one.id === body)?.name ?? body,
          number: letter.number,
          day: day(letter.date, lang),
          target: nameOf(subject),
          text: lang === "en" ? (words.en ?? words.vi) : words.vi,
        }),
      ),
    ),
  ] satisfies ReportBlock[];
}
