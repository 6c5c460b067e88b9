import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Target } from "@moc2030/shared/schema/target";
import { PageLink } from "../../address/page-link.tsx";
import type { IndicatorItem } from "../../client/api.ts";
import { StatusBadge } from "../../document/status-badge.tsx";
import { useText } from "../../text/text.tsx";
import { flagWords } from "../../words/flags.ts";
import { capital, figure, observed, span } from "../../words/format.ts";
import {
  gapText,
  lastText,
  provisionalNote,
  reasonText,
  statusWord,
  targetText,
  wordingText,
} from "../../words/wording.ts";

export type TargetRow = { assessment: Assessment; target: Target; indicator: IndicatorItem };

/** The value a verdict rests on, with its year: a position, an average, or the latest figure. */
function Value({ assessment: a, indicator }: TargetRow) {
  const text = useText();
  const { say, lang } = text;
  if (a.group?.position != null)
    return (
      <>
        <strong>{say("row.position", { n: a.group.position })}</strong>{" "}
        <Year>{say("year.edition", { year: a.group.edition })}</Year>
      </>
    );
  if (a.average?.toDate != null)
    return (
      <>
        <strong>{figure(a.average.toDate, "growth", lang, { decimals: 2 })}</strong>{" "}
        <Year>{say("row.average", { years: span(a.average.yearsCounted) })}</Year>
      </>
    );
  const point = a.latest ?? a.last;
  const shown = indicator.latest && observed(indicator.latest, indicator.valueKind, lang);
  // A target without a threshold has no value of its own; the indicator's newest figure is still worth seeing.
  if (!point && indicator.latest && shown)
    return (
      <>
        <strong>{shown}</strong>{" "}
        <Year>{[indicator.latest.timePeriod, ...flagWords(indicator.latest, text)].join(" · ")}</Year>
      </>
    );
  if (!point)
    return (
      <span className="inline-block rounded-[4px] border border-dashed border-line-strong px-2 py-0.5 text-soft print:border-0 print:p-0">
        {say("value.none")}
      </span>
    );
  return (
    <>
      <strong>{figure(point.value, indicator.valueKind, lang)}</strong>{" "}
      <Year>{[point.timePeriod, ...(a.latest ? flagWords(a.latest, text) : [])].join(" · ")}</Year>
    </>
  );
}

const Year = ({ children }: { children: React.ReactNode }) => <span className="text-soft">({children})</span>;

/** Gap first, then the word. */
function Verdict({ assessment: a, indicator }: TargetRow) {
  const text = useText();
  const said =
    a.class === "not_assessable"
      ? [reasonText(a, indicator, indicator.compiler, text), lastText(a, indicator.valueKind, text)]
      : [gapText(a, indicator, text)];
  const sentence = said.filter((part) => part !== null).join("; ");
  return (
    <>
      {sentence ? <p className="mb-1.5">{capital(sentence)}</p> : null}
      <StatusBadge status={a.class} word={statusWord(a, text)} note={provisionalNote(a, text)} />
    </>
  );
}

const COLUMNS = [
  ["row.indicator", "targets-name"],
  ["row.target", "targets-target"],
  ["row.latest", "targets-latest"],
  ["row.verdict", undefined],
] as const;

type Props = { caption: string; rows: TargetRow[]; compilerName: (code: string) => string };

/** The targets of one year: what was promised, what is known, how far that is. On a phone each row is a block. */
export function TargetTable({ caption, rows, compilerName }: Props) {
  const text = useText();
  const { say } = text;
  return (
    // The roles keep it a table for screen readers where the styles make blocks of its rows.
    // biome-ignore-start lint/a11y/noRedundantRoles: display:block takes the table's own roles away
    <table role="table" className="targets">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map(([id, width]) => (
            <th key={id} role="columnheader" scope="col" className={width}>
              {say(id)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.target.id} role="row">
            <th role="rowheader" scope="row">
              <PageLink to={`/indicators/${row.indicator.code}`} className="plain text-ink">
                {row.indicator.name}
              </PageLink>
            </th>
            <td role="cell">
              <span className="label">{say("row.target")}: </span>
              {capital(targetText(row.target, row.indicator.valueKind, text) ?? say("row.noThreshold"))}
              <span className="mt-1 block text-xs text-soft print:hidden">{wordingText(row.target, text)}</span>
            </td>
            <td role="cell">
              <span className="label">{say("row.latest")}: </span>
              <Value {...row} />
              {row.indicator.latest ? (
                <span className="hidden text-soft print:inline"> {compilerName(row.indicator.compiler)}</span>
              ) : null}
            </td>
            <td role="cell">
              <Verdict {...row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  );
}
