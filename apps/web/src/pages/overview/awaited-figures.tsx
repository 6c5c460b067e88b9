import { shortCompiler } from "@moc2030/shared/text/compiler-name";
import { Fragment } from "react";
import { PageLink } from "../../address/page-link.tsx";
import type { IndicatorItem } from "../../client/api.ts";
import { useText } from "../../text/text.tsx";
import { editionText } from "../../words/edition.ts";
import { capital, day, isOfEdition, type Kind } from "../../words/format.ts";
import type { AwaitedGroup, Waiting } from "./awaited.ts";

/** Overdue and upcoming publications, and indicators that were never published. `on` is the reference date. */
export function AwaitedFigures({ missing, expected, silent, on }: Waiting & { on: string }) {
  const { say, lang } = useText();
  return (
    <div id="awaited" className="mb-4 max-w-3xl space-y-4">
      <p className="text-sm text-soft">{say("due.body", { day: day(on, lang) })}</p>
      <div>
        <h3 className="text-base">{say("due.missing")}</h3>
        <Groups groups={missing} />
      </div>
      <div>
        <h3 className="text-base">{say("due.expected")}</h3>
        <Groups groups={expected} />
        {silent.length > 0 ? (
          <p className="mt-3 border-t border-line pt-3 text-sm">
            <span className="text-soft">{say("due.silent")}</span> <Names indicators={silent} />.
          </p>
        ) : null}
      </div>
    </div>
  );
}

function Groups({ groups }: { groups: AwaitedGroup[] }) {
  const text = useText();
  const { say, lang } = text;
  if (groups.length === 0) return <p className="mt-1 text-sm text-soft">{say("due.none")}</p>;
  return (
    <ul className="mt-2 text-sm">
      {groups.map(({ compiler, timePeriod, dueBy, link, indicators }) => (
        <li key={`${compiler.code} ${timePeriod} ${dueBy}`} className="border-t border-line py-2.5">
          <p>
            <Names indicators={indicators} />
            {" · "}
            <strong>{editionText(timePeriod, kindOf(indicators), text)}</strong>
          </p>
          <p className="text-soft">
            {capital(say("due.by", { day: day(dueBy, lang) }))} ·{" "}
            <a href={link} rel="noreferrer">
              {say("due.publisher", { name: shortCompiler(compiler.name) })}
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The kind by which a group's year is written: that of editions, if any of its indicators comes in editions. */
const kindOf = (indicators: IndicatorItem[]): Kind =>
  indicators.map(({ valueKind }) => valueKind).find(isOfEdition) ?? "count";

const Names = ({ indicators }: { indicators: IndicatorItem[] }) =>
  indicators.map(({ code, shortName }, i) => (
    <Fragment key={code}>
      {i > 0 ? "; " : null}
      <PageLink to={`/indicators/${code}`}>{shortName}</PageLink>
    </Fragment>
  ));
