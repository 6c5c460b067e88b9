import { Fragment } from "react";
import { PageLink } from "../../address/page-link.tsx";
import type { Body, IndicatorItem, SourceOf } from "../../client/api.ts";
import { SourceLink } from "../../document/source-link.tsx";
import { useText } from "../../text/text.tsx";
import { capital, day } from "../../words/format.ts";
import type { Assignment, BodyList } from "./facts.ts";
import { IndicatorRow } from "./indicator-row.tsx";

type Around = { own: string; bodies: readonly Body[]; sourceOf: SourceOf };

/** The indicators that concern a body in one way, with what says so. */
export function DutyList({ list, ...around }: { list: BodyList } & Around) {
  const { say } = useText();
  const { standing, assignments, rows, context } = list;
  const n = new Set(assignments.flatMap(({ indicators }) => indicators.map(({ code }) => code))).size;
  return (
    <section aria-labelledby={standing} className="body-part">
      <h2 id={standing} className="text-xl">
        {say(`bodies.${standing}`)} <span className="font-normal text-soft">({n})</span>
      </h2>
      {/* On paper the head names the bodies that came before; what each was given stands at the address. */}
      <div className={standing === "related" ? "no-print" : ""}>
        <Assignments assignments={assignments} total={n} {...around} />
      </div>
      {rows.length > 0 ? (
        <ul className="mt-3 border-t border-line-strong">
          {rows.map((row) => (
            <IndicatorRow key={row.indicator.code} row={row} />
          ))}
        </ul>
      ) : null}
      {context.length > 0 ? (
        <p className="mt-3 text-sm">
          <span className="text-soft">{say("bodies.context")}</span> <Names indicators={context} />.
        </p>
      ) : null}
    </section>
  );
}

/** By what a body has its indicators, or had them; those named that not every line is for. */
export function Assignments({
  assignments,
  total,
  own,
  bodies,
  sourceOf,
}: { assignments: Assignment[]; total: number } & Around) {
  const { say, lang } = useText();
  return (
    <ul className="body-basis">
      {assignments.map((one) => (
        <li key={`${one.role} ${one.body} ${one.from} ${one.basis}`}>
          <strong>{capital(say(`role.${one.role}`))}</strong>
          {one.body === own ? null : (
            <>
              {": "}
              <PageLink to={`/bodies/${one.body}`}>
                {bodies.find(({ id }) => id === one.body)?.name ?? one.body}
              </PageLink>
            </>
          )}
          {one.from ? `, ${say("about.from", { day: day(one.from, lang) })}` : null}
          {one.to ? `, ${say("responsible.until", { day: day(one.to, lang) })}` : null}.{" "}
          <span className="text-soft">
            {one.basis}
            {one.paper ? ` (${one.paper})` : null}.
            {one.source ? (
              <span className="no-print">
                {" "}
                <SourceLink source={sourceOf(one.source)} />.
              </span>
            ) : null}
          </span>
          {one.indicators.length < total ? (
            <>
              {" "}
              {say("nav.indicators")}: <Names indicators={one.indicators} />.
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

type NamesProps = {
  indicators: readonly IndicatorItem[];
  /** What is said in brackets after a name. */
  noteOf?: ((indicator: IndicatorItem) => string) | undefined;
};

export const Names = ({ indicators, noteOf }: NamesProps) =>
  indicators.map((indicator, index) => (
    <Fragment key={indicator.code}>
      {index > 0 ? ", " : null}
      <PageLink to={`/indicators/${indicator.code}`}>{indicator.shortName}</PageLink>
      {noteOf ? ` (${noteOf(indicator)})` : null}
    </Fragment>
  ));
