import { shortCompiler } from "@moc2030/shared/text/compiler-name";
import { PageLink, SamePageLink } from "../../address/page-link.tsx";
import { NOW } from "../../address/read-point.ts";
import { useView } from "../../address/view.tsx";
import type { CorrectionNotice, Indicator, ObservationItem, SourceOf } from "../../client/api.ts";
import { ReleaseLink } from "../../document/release-link.tsx";
import { SourceNote } from "../../document/source-note.tsx";
import { useText } from "../../text/text.tsx";
import { Folded } from "../../ui/folded.tsx";
import { Section } from "../../ui/section.tsx";
import { StackedTable } from "../../ui/stacked-table.tsx";
import { flagWords } from "../../words/flags.ts";
import { day, observed } from "../../words/format.ts";
import { vagueDay } from "../../words/published.ts";
import { revisionWords } from "../../words/revision-words.ts";
import type { Detail } from "./facts.ts";
import { type Revision, revisedYears } from "./history.ts";

type Props = { detail: Detail; history: readonly ObservationItem[] };
type RevisedProps = Props & { corrections: readonly CorrectionNotice[] };

/** Years listed in the note. */
const MAX_NOTED = 3;

/** Note in the heading: old and new figures of the latest revised years, linked to the reasons. */
export function RevisedNote({ detail: { indicator }, history }: Props) {
  const text = useText();
  const { say, lang } = text;
  const years = revisedYears(history, indicator.compiler).filter(({ compiler }) => compiler === indicator.compiler);
  if (years.length === 0) return null;
  const told = years.slice(0, MAX_NOTED).map(({ timePeriod: year, steps }) => {
    const versions = [steps[0].old, ...steps.map((step) => step.new)];
    const course = versions.map((o) => observed(o, indicator.valueKind, lang) ?? say("value.none")).join(" → ");
    const newest = versions.at(-1);
    // Do not print a day when only the month or year is known.
    return newest?.published && !vagueDay(newest, text)
      ? say("history.noteSince", { year, course, day: day(newest.published, lang) })
      : say("history.noteYear", { year, course });
  });
  const left = years.length - told.length;
  return (
    <p className="no-print mt-2 max-w-4xl text-sm">
      <span className="text-soft">{say("history.note")}</span>{" "}
      {[...told, ...(left > 0 ? [say("history.noteMore", { n: left })] : [])].join("; ")}.{" "}
      <a href="#revised-years" className="whitespace-nowrap">
        {say("history.noteWhy")}
      </a>
    </p>
  );
}

/** Revised figures by year: what was known, what is known, and why. Renders nothing without any. */
export function RevisedFigures({ detail: { indicator, compilers, sourceOf }, history, corrections }: RevisedProps) {
  const { say, lang } = useText();
  const { asOf } = useView();
  const years = revisedYears(history, indicator.compiler);
  if (years.length === 0) return null;
  const correctionIn = (release: number) =>
    corrections.find(({ indicators, rightSince }) => rightSince === release && indicators.includes(indicator.code));
  const nameOf = (code: string) => shortCompiler(compilers.find((one) => one.code === code)?.name ?? code);
  return (
    <Section id="revised" title={say("history.revised")} className="mt-12" look="text-xl">
      <p className="measure mt-2 text-soft">{say("history.revisedBody")}</p>
      <Folded id="revised-years" onPhone summary={say("history.years")}>
        <p className="no-print mt-1 flex flex-wrap gap-x-5 text-sm">
          <SamePageLink change={{ tab: "vintages" }} hash="chart-title" className="inline-flex min-h-9 items-center">
            {say("history.open")}
          </SamePageLink>{" "}
          <PageLink
            to="/releases/compare"
            search={{ ...NOW, from: asOf, indicator: indicator.code }}
            className="inline-flex min-h-9 items-center"
          >
            {say(asOf ? "asOf.compare" : "releases.compareTwo")}
          </PageLink>
        </p>
        <div className="panel mt-4 px-4 py-2">
          <StackedTable
            caption={say("history.revised")}
            columns={[
              { label: say("table.year"), width: "md:w-[16%] print:w-[16%]" },
              { label: say("history.then") },
              { label: asOf ? say("releases.knownOn", { day: day(asOf, lang) }) : say("releases.isNow") },
              { label: say("releases.why"), width: "md:w-[36%] print:w-[36%]" },
            ]}
            rows={years.map(({ compiler, timePeriod, steps }) => ({
              key: `${compiler} ${timePeriod}`,
              cells: [
                <div key="year">
                  {timePeriod}
                  {compiler === indicator.compiler ? null : (
                    <div className="text-xs font-normal text-soft">
                      {say("latest.ofCompiler", { name: nameOf(compiler) })}
                    </div>
                  )}
                </div>,
                <div key="then" className="space-y-1">
                  {steps.map(({ old }) => (
                    <Version key={old.release} of={old} indicator={indicator} />
                  ))}
                </div>,
                <Version key="now" of={(steps.at(-1) ?? steps[0]).new} indicator={indicator} isNow />,
                <div key="why" className="space-y-1">
                  {steps.map((step) => (
                    <Reason
                      key={step.new.release}
                      step={step}
                      sourceOf={sourceOf}
                      correction={correctionIn(step.new.release)}
                    />
                  ))}
                  <p className="no-print">
                    <PageLink
                      to={`/indicators/${indicator.code}/revisions/${timePeriod}`}
                      search={compiler === indicator.compiler ? {} : { compiler }}
                      className="inline-flex min-h-9 items-center"
                    >
                      {say("explanation.link", { year: timePeriod })}
                    </PageLink>
                  </p>
                </div>,
              ],
            }))}
          />
        </div>
      </Folded>
    </Section>
  );
}

/** One revision and when it became known, as precisely as its source says. */
function Version({ of: o, indicator, isNow }: { of: ObservationItem; indicator: Indicator; isNow?: boolean }) {
  const text = useText();
  const { say, lang } = text;
  const value = observed(o, indicator.valueKind, lang) ?? say("value.none");
  const flags = flagWords(o, text);
  const vague = vagueDay(o, text);
  return (
    <div>
      <span className={isNow ? "font-semibold" : ""}>{value}</span>
      {flags.length > 0 ? ` (${flags.join(", ")})` : null}
      <div className="text-xs font-normal text-soft">
        {vague ?? (o.published ? say("history.published", { day: day(o.published, lang) }) : say("history.undated"))}
      </div>
    </div>
  );
}

type ReasonProps = { step: Revision; sourceOf: SourceOf; correction: CorrectionNotice | undefined };

/** The release that made a revision, and the reason; whether it put an error of our own right. */
function Reason({ step: { old, new: now }, sourceOf, correction }: ReasonProps) {
  const text = useText();
  return (
    <p>
      <ReleaseLink id={now.release}>{text.say("latest.release", { id: now.release })}</ReleaseLink>:{" "}
      {correction ? (
        <>
          <PageLink to="/corrections" hash={correction.id}>
            {text.say("correction.ofOurs")}
          </PageLink>
          .{" "}
        </>
      ) : null}
      <span className="text-soft">
        <SourceNote text={revisionWords(old, now, text)} sourceOf={sourceOf} />
      </span>
    </p>
  );
}
