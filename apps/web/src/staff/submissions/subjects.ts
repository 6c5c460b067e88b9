import { COUNTRY } from "@moc2030/shared/figure/country";
import { revisionsOf } from "@moc2030/shared/figure/revisions";
import { CORRECTED_PAGES, revisedFigureId, type Statement } from "@moc2030/shared/schema/statement";
import type { Target } from "@moc2030/shared/schema/target";
import { dayInVietNam } from "@moc2030/shared/text/date";
import { numericDay } from "@moc2030/shared/text/written-day";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { useStaffText } from "../../text/staff-text.tsx";
import { day, dayOfInstant, type Kind, observed } from "../../words/format.ts";

export type StatementKind = Statement["kind"];

export type Named = { value: string; label: string };
/** Possible subjects of a statement by kind, the bodies that write remarks, the targets, what a correction concerns, and the newest release. */
export type Subjects = {
  of: Record<StatementKind, Named[]>;
  bodies: Named[];
  targetOf: (id: string) => Target | undefined;
  /** The kind of value of an indicator. */
  kindOf: (code: string) => Kind;
  indicators: Named[];
  pages: Named[];
  /** The releases that revised a figure, with what changed. */
  revisionsOf: (subject: string) => Named[];
  release: number;
};

/** An id for a new correction: the day, and four digits against a second one of that day. */
function newCorrectionId(): string {
  const [random = 0] = crypto.getRandomValues(new Uint16Array(1));
  return `${dayInVietNam(new Date())}-${random.toString(16).padStart(4, "0")}`;
}

/** What stands for a report that is not registered yet; its own id follows from number and date. */
export const NEW_REPORT = "new";

const PAGE_TEXTS = {
  "/": "nav.overview",
  "/indicators": "nav.indicators",
  "/bodies": "nav.bodies",
  "/compare": "nav.compare",
  "/data": "nav.data",
  "/strategy": "nav.strategy",
  "/releases": "nav.releases",
  "/about": "footer.about",
} as const;

/** The subjects as published now; null while loading. */
export function useSubjects(): Subjects | null {
  const view = useView();
  const { say } = useStaffText();
  const [fresh] = useState(newCorrectionId);
  const [targets, indicators, commitments, orientations, trials, bodies] = [
    useQuery(api.targets(view)).data,
    useQuery(api.indicators(view)).data,
    useQuery(api.commitments(view)).data,
    useQuery(api.orientations(view)).data,
    useQuery(api.trials(view)).data,
    useQuery(api.bodies(view)).data,
  ];
  const assessments = useQuery(api.assessments(view)).data;
  const corrections = useQuery(api.corrections(view)).data;
  const issued = useQuery(api.issuedReports(view)).data;
  const history = useQuery(api.observations(view, { area: COUNTRY, history: "true" })).data;
  if (!targets || !indicators || !commitments || !orientations || !trials || !bodies || !assessments) return null;
  if (!corrections || !history || !issued) return null;
  const assessed = new Set(assessments.items.map(({ targetId }) => targetId));
  const indicatorOf = (code: string) => indicators.items.find((one) => one.code === code);
  const nameOf = (code: string) => indicatorOf(code)?.shortName ?? code;
  // Only the targets of the document that the dashboard follows are assessed, and have their words checked.
  const own = targets.items
    .filter(({ id }) => assessed.has(id))
    .map(({ id, indicator, year }) => ({ value: id, label: `${nameOf(indicator)}, ${year}` }));
  const revisions = indicators.items.flatMap(({ code, valueKind }) =>
    revisionsOf(history.items.filter(({ indicator }) => indicator === code)).map((one) => {
      const said = (figure: typeof one.new) => observed(figure, valueKind, view.lang) ?? "–";
      const change = { release: one.new.release, old: said(one.old), now: said(one.new) };
      return { figure: one.new, label: say("explanation.revision", change) };
    }),
  );
  const revised = new Map(
    revisions.map(({ figure }) => [
      revisedFigureId(figure),
      `${nameOf(figure.indicator)}, ${figure.timePeriod} (${figure.compiler})`,
    ]),
  );
  return {
    of: {
      remark: own,
      verbatim: own,
      commitment: commitments.items.map(({ id, quote }) => ({ value: id, label: quote })),
      orientation: orientations.items.map(({ id, title }) => ({ value: id, label: title })),
      trial: trials.items.map(({ id, title }) => ({ value: id, label: title })),
      correction: [
        { value: fresh, label: say("correction.new") },
        ...corrections.items.map(({ id, published, wrong }) => ({
          value: id,
          label: `${dayOfInstant(published.publishedAt, view.lang)}: ${wrong.vi.slice(0, 80)}`,
        })),
      ],
      report: [
        { value: NEW_REPORT, label: say("issued.new") },
        ...issued.items.map(({ id, number, date }) => ({ value: id, label: `${number}, ${day(date, view.lang)}` })),
      ],
      explanation: [...revised].map(([value, label]) => ({ value, label })),
    },
    bodies: bodies.items.map(({ id, name }) => ({ value: id, label: name })),
    targetOf: (id) => targets.items.find((one) => one.id === id),
    kindOf: (code) => indicatorOf(code)?.valueKind ?? "count",
    indicators: indicators.items.map(({ code, shortName }) => ({ value: code, label: shortName })),
    pages: CORRECTED_PAGES.map((value) => ({ value, label: say(PAGE_TEXTS[value]) })),
    revisionsOf: (subject) =>
      revisions
        .filter(({ figure }) => revisedFigureId(figure) === subject)
        .map(({ figure, label }) => ({ value: String(figure.release), label })),
    release: targets.release?.id ?? 1,
  };
}

/** The names of what a correction concerns. */
export const concernedNames = (
  { indicators, pages }: Subjects,
  of: { indicators: string[]; pages: string[] },
): string[] =>
  [...indicators, ...pages]
    .filter(({ value }) => of.indicators.includes(value) || of.pages.includes(value))
    .map(({ label }) => label);

type Head = Pick<Statement, "kind" | "subject"> & { content?: Statement["content"] };

/** The name of a subject, of a correction what it concerns, of a report its number and day; its id if it is not published now. */
export function subjectName(subjects: Subjects, { kind, subject, content }: Head): string {
  if (content && "dataRelease" in content) return `${content.number}, ${numericDay(content.date)}`;
  if (content && "wrongSince" in content) return concernedNames(subjects, content).join(", ");
  return subjects.of[kind].find(({ value }) => value === subject)?.label ?? subject;
}
