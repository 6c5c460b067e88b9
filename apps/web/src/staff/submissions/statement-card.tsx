import type { Statement, StatementInput } from "@moc2030/shared/schema/statement";
import type { ReactNode } from "react";
import type { SourceOf } from "../../client/api.ts";
import { SourceLink } from "../../document/source-link.tsx";
import { type StaffText, useStaffText } from "../../text/staff-text.tsx";
import { day } from "../../words/format.ts";
import { type Fact, Facts } from "./facts.tsx";
import { EvidenceLink } from "./links.tsx";
import type { Submission } from "./reads.ts";
import { SinceMark } from "./since.tsx";
import { concernedNames, type Subjects, subjectName } from "./subjects.ts";
import { AssessedBy, WordingCompared } from "./wording-compared.tsx";

const periodName = (period: string, say: StaffText["say"]) =>
  period.endsWith("-H1") ? say("report.firstHalf", { year: period.slice(0, 4) }) : period;

type Shown = Submission["statements"][number];
type Props = { shown: Shown; subjects: Subjects; sourceOf: SourceOf; children?: ReactNode; said?: ReactNode };

/** The content of a statement as labelled values. */
export function statementFacts(
  said: Statement | StatementInput,
  { say, lang }: StaffText,
  subjects: Subjects,
  sourceOf: SourceOf,
): Fact[] {
  const { bodies } = subjects;
  if (said.kind === "remark") {
    const { body, letter, person, assessedRelease, text } = said.content;
    return [
      [say("statement.body"), bodies.find(({ value }) => value === body)?.label ?? body],
      [say("statement.letter"), `${letter.number}, ${day(letter.date, lang)}`],
      [say("statement.person"), person],
      [say("statement.assessedRelease"), assessedRelease],
      [say("statement.text"), text.vi],
      [say("statement.english"), text.en],
    ];
  }
  if (said.kind === "correction") {
    const { wrong, right, why, wrongSince, rightSince } = said.content;
    return [
      [say("correction.concerns"), concernedNames(subjects, said.content).join(", ")],
      [say("correction.wrong"), wrong.vi],
      [say("correction.right"), right.vi],
      [say("correction.why"), why.vi],
      [say("correction.wrongSince"), wrongSince],
      [say("correction.rightSince"), rightSince],
      [say("statement.english"), [wrong.en, right.en, why.en].filter(Boolean).join("\n")],
    ];
  }
  if (said.kind === "explanation") {
    const { revisedIn, used, answer } = said.content;
    return [
      [say("explanation.revisedIn"), revisedIn],
      [say("explanation.used"), used.vi],
      [say("explanation.answer"), answer.vi],
      [say("statement.english"), [used.en, answer.en].filter(Boolean).join("\n")],
    ];
  }
  if (said.kind === "report") {
    const { number, date, period, dataRelease, dataDay } = said.content;
    return [
      [say("issued.number"), number],
      [say("issued.date"), day(date, lang)],
      [say("report.period"), periodName(period, say)],
      [say("issued.dataRelease"), dataRelease],
      [say("issued.dataDay"), day(dataDay, lang)],
    ];
  }
  const { source } = said.content;
  const readIn = source ? <SourceLink source={sourceOf(source)} /> : null;
  if (said.kind === "verbatim") {
    const { wording, clause, page, checkedOn, differs } = said.content;
    // The words come first: they are left out where they stand beside the former ones.
    return [
      [say("verbatim.wording"), wording.vi],
      [say("statement.english"), wording.en],
      [say("verbatim.clause"), clause],
      [say("verbatim.page"), page],
      [say("verbatim.checkedOn"), day(checkedOn, lang)],
      [say("form.source"), readIn],
      [say("verbatim.differs"), differs ? [differs.vi, differs.en].filter(Boolean).join("\n") : say("verbatim.agrees")],
    ];
  }
  const { state, place, checkedOn, note } = said.content;
  const legalBasis = said.kind === "trial" ? said.content.legalBasis : null;
  return [
    [say("statement.state"), say(`record.state.${state}`)],
    [say("statement.checkedOn"), day(checkedOn, lang)],
    [say("form.source"), readIn],
    [say("field.place"), place],
    [say("statement.legalBasis"), legalBasis?.vi],
    [say("field.comment"), note?.vi],
    [say("statement.english"), [legalBasis?.en, note?.en].filter(Boolean).join("\n")],
  ];
}

/** One proposed statement beside the published one, with reason and evidence. */
export function StatementCard({ shown, subjects, sourceOf, children, said }: Props) {
  const text = useStaffText();
  const { say } = text;
  const { id, proposed, current, files, moved } = shown;
  const [kind = "", subject = ""] = id.split("/");
  const content = (proposed ?? current)?.content;
  const title = (
    <h3 id={`statement-${id}`} className="text-base">
      <span className="block text-sm font-normal text-soft">{say(`statement.kind.${kind as Statement["kind"]}`)}</span>
      {subjectName(subjects, { kind: kind as Statement["kind"], subject, ...(content && { content }) })}{" "}
      <SinceMark since={shown.since} />
    </h3>
  );
  if (proposed === null)
    return (
      <article aria-labelledby={`statement-${id}`} className="panel p-4 sm:p-5">
        {title}
        <p className="mt-2 text-sm">{say("statement.hidden")}</p>
      </article>
    );
  const { newSource } = proposed;
  const target = subjects.targetOf(proposed.subject);
  const evidence = files.map(({ sha256, name }) => (
    <span key={sha256} className="block py-1">
      <EvidenceLink sha256={sha256} name={name} />
    </span>
  ));
  const compared = proposed.kind === "verbatim" && !proposed.withdrawn ? proposed.content.wording.vi : null;
  const facts: Fact[] = [
    ...statementFacts(proposed, text, subjects, sourceOf).slice(compared === null ? 0 : 1),
    [
      say("form.source"),
      newSource ? (
        <>
          <SourceLink source={{ ...newSource, id: "new", extent: "whole", note: null }} />{" "}
          <em>{say("item.newSource")}</em>
        </>
      ) : null,
    ],
    [say("form.letterPerson"), newSource?.letter?.person],
    [say("form.reason"), proposed.reasonText],
    [say("field.evidence"), evidence.length > 0 ? evidence : say("item.noEvidence")],
  ];
  return (
    <article aria-labelledby={`statement-${id}`} className="panel p-4 sm:p-5">
      {title}
      {compared !== null && !current ? null : <Published {...{ current, subjects, sourceOf }} />}
      <h4 className="mt-4 text-sm">{say(proposed.withdrawn ? "statement.withdrawn" : "statement.proposed")}</h4>
      {compared === null ? null : <WordingCompared before={shown.replaces?.vi ?? null} after={compared} />}
      <Facts facts={facts} />
      {proposed.kind === "verbatim" && target ? <AssessedBy target={target} subjects={subjects} /> : null}
      {moved ? (
        <p data-class="danger" className="mt-2 text-sm font-semibold text-(--status)">
          {say("statement.moved")}
        </p>
      ) : null}
      {children ? <div className="mt-4 flex flex-wrap gap-3">{children}</div> : null}
      {said}
    </article>
  );
}

type PublishedProps = { current: Statement | null; subjects: Subjects; sourceOf: SourceOf };

/** The published statement; says so if there is none. */
export function Published({ current, subjects, sourceOf }: PublishedProps) {
  const text = useStaffText();
  const { say } = text;
  if (!current) return <p className="mt-2 text-sm text-soft">{say("statement.never")}</p>;
  return (
    <div className="mt-3 border-s-2 border-line-strong ps-4">
      <h4 className="text-sm">{say("statement.published", { release: current.release })}</h4>
      <Facts facts={statementFacts(current, text, subjects, sourceOf)} />
    </div>
  );
}
