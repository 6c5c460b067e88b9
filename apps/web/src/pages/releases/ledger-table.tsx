import { PageLink } from "../../address/page-link.tsx";
import type { IndicatorItem, LedgerEntry } from "../../client/api.ts";
import { useText } from "../../text/text.tsx";
import { BlockTable } from "../../ui/block-table.tsx";
import { dayOfInstant } from "../../words/format.ts";
import { FigureChange } from "./figure-change.tsx";
import { mostTelling } from "./ledger.ts";
import { StatusChange } from "./status-change.tsx";

type Props = { caption: string; entries: LedgerEntry[]; indicators: IndicatorItem[] };

const COLUMNS = ["releases.release", "releases.touched", "releases.effect"] as const;

/** Maximum number of figures, and of statuses, listed per release. */
const SHOWN = 4;

/** The releases of one year. On a phone each row is a block. */
export function LedgerTable({ caption, entries, indicators }: Props) {
  const { say } = useText();
  return (
    <BlockTable caption={caption} columns={COLUMNS.map((id) => say(id))}>
      {entries.map((entry) => (
        <Row key={entry.id} entry={entry} indicators={indicators} />
      ))}
    </BlockTable>
  );
}

function Row({ entry, indicators }: { entry: LedgerEntry; indicators: IndicatorItem[] }) {
  const { say, lang } = useText();
  const shown = mostTelling(entry.figures, SHOWN);
  const rest = entry.figures.length - shown.length;
  const changed = entry.statuses.filter(({ before }) => before !== null);
  const toMore = [
    ["releases.moreStatuses", Math.max(0, changed.length - SHOWN)],
    ["releases.firstStatuses", entry.statuses.length - changed.length],
  ] as const;
  const cell =
    "block py-1 md:table-cell print:table-cell md:py-3.5 md:pe-6 md:align-top print:py-1.5 print:pe-3 print:align-top";
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: `display: block` removes the implicit roles
    <tr role="row" className="block border-b border-line py-3.5 md:table-row print:table-row md:py-0">
      <th role="rowheader" scope="row" className={`${cell} text-start font-normal md:w-[24%] print:w-[24%]`}>
        <PageLink to={`/releases/${entry.id}`} className="font-semibold">
          {say("releases.number", { id: entry.id })}
        </PageLink>
        <div>{dayOfInstant(entry.publishedAt, lang)}</div>
        <Origin entry={entry} />
      </th>
      <td role="cell" className={`${cell} md:w-[34%] print:w-[34%]`}>
        <span className="line-clamp-2">{entry.reason}</span>
        <div className="mt-0.5 text-xs text-soft">
          {[
            entry.observations > 0 ? say("releases.figures", { n: entry.observations }) : null,
            entry.definitions > 0 ? say("releases.texts", { n: entry.definitions }) : null,
          ]
            .filter((part) => part !== null)
            .join(" · ")}
        </div>
      </td>
      <td role="cell" className={`${cell} md:pe-0`}>
        <ul className="space-y-0.5 empty:hidden">
          {shown.map((change) => (
            <li key={`${change.new.indicator} ${change.new.compiler} ${change.new.timePeriod}`}>
              <FigureChange change={change} indicator={indicators.find((one) => one.code === change.new.indicator)} />
            </li>
          ))}
          {rest > 0 ? <li className="text-soft">{say("releases.more", { n: rest })}</li> : null}
        </ul>
        <ul className="mt-1.5 space-y-1 first:mt-0">
          {changed.slice(0, SHOWN).map((status) => (
            <li key={status.targetId}>
              <StatusChange
                status={status}
                indicator={indicators.find(({ code }) => code === (status.after ?? status.before)?.indicator)}
              />
            </li>
          ))}
          {toMore.map(([id, n]) =>
            n > 0 ? (
              <li key={id}>
                <PageLink to={`/releases/${entry.id}`} hash="statuses">
                  {say(id, { n })}
                </PageLink>
              </li>
            ) : null,
          )}
          {entry.figures.length + entry.statuses.length === 0 ? (
            <li className="text-soft">{say("releases.noEffect")}</li>
          ) : null}
        </ul>
      </td>
    </tr>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  );
}

type OriginProps = { entry: Pick<LedgerEntry, "origin" | "enteredBy" | "approvedBy" | "approvedOnBehalfOf"> };

/**
 * Origin of a release: reconstructed from publication dates, a change of the reference data, or entered and approved by
 * staff.
 */
export function Origin({ entry }: OriginProps) {
  const { say } = useText();
  return (
    <div className="text-xs text-soft">
      {say(`releases.origin.${entry.origin}`)}
      {entry.enteredBy ? ` · ${say("releases.enteredBy", { name: entry.enteredBy })}` : null}
      {entry.approvedBy ? ` · ${say("releases.approvedBy", { name: entry.approvedBy })}` : null}
      {entry.approvedOnBehalfOf ? `, ${say("releases.onBehalfOf", { name: entry.approvedOnBehalfOf })}` : null}
    </div>
  );
}
