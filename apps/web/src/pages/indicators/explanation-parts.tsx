import { isOwnError } from "@moc2030/shared/figure/figure";
import type { Source } from "@moc2030/shared/schema/source";
import type { Target } from "@moc2030/shared/schema/target";
import type { RevisedFigures } from "../../client/api.ts";
import { ReleaseLink } from "../../document/release-link.tsx";
import { SourceLink } from "../../document/source-link.tsx";
import { SourceNote } from "../../document/source-note.tsx";
import { StatusBadge } from "../../document/status-badge.tsx";
import { type Text, useText } from "../../text/text.tsx";
import { StackedTable } from "../../ui/stacked-table.tsx";
import { commentOf } from "../../words/comment.ts";
import { flagWords } from "../../words/flags.ts";
import { capital, day, dayOfInstant, observed, reducedDay } from "../../words/format.ts";
import { provisionalNote, statusWord, targetText } from "../../words/wording.ts";

type Revision = RevisedFigures["figures"][number]["revisions"][number];
type Stood = Omit<Revision["stood"][number], "release">;
type Known = NonNullable<RevisedFigures["indicator"]>;
type Props = { revisions: readonly Revision[]; sources: readonly Source[] };

const named = (sources: readonly Source[]) => (id: string) => sources.find((source) => source.id === id);

/** A figure with its grade and what else is said of it. */
function Value({ of: o, indicator }: { of: Revision["old"]; indicator: Known }) {
  const text = useText();
  const flags = flagWords(o, text);
  return (
    <>
      {observed(o, indicator.valueKind, text.lang) ?? text.say("value.none")}
      {flags.length > 0 ? <span className="font-normal"> ({flags.join(", ")})</span> : null}
    </>
  );
}

const PRECISE = { year: 4, month: 7, day: 10 };

/** When a figure was published, as precisely as is known. */
const publishedOn = ({ published, publishedPrecision }: Stood, { say, lang }: Text): string =>
  published === null
    ? say("history.undated")
    : say("history.published", { day: reducedDay(published.slice(0, PRECISE[publishedPrecision ?? "day"]), lang) });

/** Every value that the figure had, with the days from which it stood here and the publications that gave it. */
export function Versions({ revisions, indicator, sources }: Props & { indicator: Known }) {
  const text = useText();
  const { say, lang } = text;
  const sourceOf = named(sources);
  const release = ({ id, publishedAt, reconstructed }: Revision["revisedIn"]) => (
    <>
      <ReleaseLink id={id}>{say("explanation.inRelease", { id, day: dayOfInstant(publishedAt, lang) })}</ReleaseLink>
      {reconstructed ? <div className="text-xs text-soft">{say("explanation.reconstructed")}</div> : null}
    </>
  );
  const last = revisions.at(-1);
  const rows = [
    ...revisions.map((one) => ({ ...one, figure: one.old, from: one.knownSince, to: one.revisedIn })),
    ...(last
      ? [
          {
            ...{ figure: last.new, from: last.revisedIn, to: null },
            stood: [{ ...last.new, release: last.revisedIn }],
          },
        ]
      : []),
  ];
  return (
    <div className="panel mt-3 px-4 py-1 print:mt-1">
      <StackedTable
        caption={say("explanation.values")}
        columns={[
          { label: say("explanation.value"), width: "md:w-[20%] print:w-[20%]" },
          { label: say("explanation.from"), width: "md:w-[20%] print:w-[20%]" },
          { label: say("explanation.to"), width: "md:w-[20%] print:w-[20%]" },
          { label: say("explanation.where") },
        ]}
        rows={rows.map(({ figure, from, to, stood }) => ({
          key: String(from.id),
          cells: [
            <Value key="value" of={figure} indicator={indicator} />,
            release(from),
            to ? release(to) : say("explanation.stands"),
            <div key="stood" className="space-y-1">
              {stood.map((one) => (
                <div key={one.release.id}>
                  <SourceLink source={sourceOf(one.source)} />
                  <span className="text-soft">
                    ; {[one.edition, publishedOn(one, text)].filter(Boolean).join(", ")}
                  </span>
                </div>
              ))}
            </div>,
          ],
        }))}
      />
    </div>
  );
}

/** Who changed the figure and why: its compiler, or we ourselves. */
export function Reasons({ revisions, compilerName, sources }: Props & { compilerName: string }) {
  const { say } = useText();
  const sourceOf = named(sources);
  return (
    <ul className="mt-2 space-y-2 print:mt-1 print:space-y-1">
      {revisions.map(({ revisedIn, reason, reasonText, new: now }) => {
        const isOurs = isOwnError(reason);
        const why = reasonText ?? commentOf(now).note;
        return (
          <li key={revisedIn.id} className="measure print:max-w-none">
            <ReleaseLink id={revisedIn.id}>{say("latest.release", { id: revisedIn.id })}</ReleaseLink>:{" "}
            {say(isOurs ? "explanation.ours" : "explanation.theirs", { compiler: compilerName })}{" "}
            {reason && !isOurs && reason !== "publisher_revision" ? `${say(`explanation.reason.${reason}`)} ` : null}
            {why ? (
              <>
                {say("explanation.why")} <SourceNote text={why} sourceOf={sourceOf} />.{" "}
              </>
            ) : (
              `${say("explanation.noWhy")} `
            )}
            {say("explanation.source")} <SourceLink source={sourceOf(now.source)} />.
          </li>
        );
      })}
    </ul>
  );
}

type StatusesProps = { revisions: readonly Revision[]; indicator: Known; targets: readonly Target[] };

/** Which statuses of the indicator's targets the releases of the revisions changed. */
export function Statuses({ revisions, indicator, targets }: StatusesProps) {
  const text = useText();
  const { say } = text;
  const status = (a: Revision["statuses"][number]["after"]) =>
    a ? (
      <StatusBadge status={a.class} word={statusWord(a, text, indicator)} note={provisionalNote(a, text)} />
    ) : (
      <span className="text-soft">{say("releases.noStatus")}</span>
    );
  return (
    <ul className="mt-2 space-y-2 print:mt-1 print:space-y-1">
      {revisions.map(({ revisedIn, statuses, besides }) => (
        <li key={revisedIn.id}>
          <ReleaseLink id={revisedIn.id}>{say("latest.release", { id: revisedIn.id })}</ReleaseLink>:{" "}
          {statuses.length === 0 ? say("explanation.noEffect") : null}
          {statuses.map(({ targetId, before, after }) => {
            const target = targets.find(({ id }) => id === targetId);
            const year = (after ?? before)?.targetYear ?? "";
            const aim = target ? targetText(target, indicator.valueKind, text) : "";
            return (
              <span key={targetId} className="block">
                {capital(say("releases.targetOf", { year }))} {aim}: {status(before)} → {status(after)}{" "}
              </span>
            );
          })}{" "}
          {statuses.length > 0 && besides > 0 ? (
            <span className="text-soft">{say("explanation.besides", { n: besides })}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** The issued reports on data with an old value. */
export function UsedIn({ revisions }: Pick<Props, "revisions">) {
  const { say, lang } = useText();
  const reports = revisions.flatMap((one) => one.issuedReports);
  if (reports.length === 0) return null;
  return (
    <ul className="mt-2 space-y-1 print:mt-1">
      {reports.map(({ id, number, date, dataRelease }) => (
        <li key={id}>
          {say("issued.used", { number, day: day(date, lang) })}{" "}
          <ReleaseLink id={dataRelease.id}>{say("latest.release", { id: dataRelease.id })}</ReleaseLink>
        </li>
      ))}
    </ul>
  );
}
