import { COUNTRY } from "@moc2030/shared/country";
import type { ReactNode } from "react";
import type { Indicator, SourceOf } from "../api.ts";
import { publishedText } from "../published.ts";
import { SourceLink } from "../source-link.tsx";
import { useStaffText } from "../text/staff-text.tsx";
import { EvidenceLink } from "./evidence-link.tsx";
import { flagsText, otherText, valueText } from "./figure-words.ts";
import { findingText } from "./finding-words.ts";
import { OldNew } from "./old-new.tsx";
import type { Item } from "./reads.ts";
import { SheetLink } from "./sheet-link.tsx";

type Props = { item: Item; indicator: Indicator | undefined; sourceOf: SourceOf; children?: ReactNode };

/** One proposed figure with all that its author says and the checks find. `children` is what can be done with it. */
export function ItemCard({ item, indicator, sourceOf, children }: Props) {
  const text = useStaffText();
  const { say, lang } = text;
  const kind = indicator?.valueKind ?? "index";
  const title = (
    <h3 id={`item-${item.id}`} className="text-base">
      {indicator?.shortName ?? item.indicator}, {item.timePeriod}
      <span className="ms-2 text-sm font-normal text-soft">
        {item.compiler}
        {item.refArea === COUNTRY ? "" : `, ${item.refArea}`}
      </span>
    </h3>
  );
  if (item.hidden)
    return (
      <article aria-labelledby={`item-${item.id}`} className="panel p-4 sm:p-5">
        {title}
        <p className="mt-2 text-sm">{say(item.state === "approved" ? "item.hiddenEmbargo" : "item.hiddenDraft")}</p>
      </article>
    );
  const comment = (lang === "vi" ? item.obsComVi : item.obsComEn) ?? item.obsComVi ?? item.obsComEn;
  const facts: [string, ReactNode][] = [
    [say("form.flags"), item.kind === "enter" ? flagsText(item, text) : null],
    [say("form.edition"), item.edition],
    [say("form.published"), publishedText(item, text)],
    [say("form.confidence"), item.confidence === "sourced" ? null : say(`choice.confidence.${item.confidence}`)],
    [say("item.place"), item.place],
    [say("item.comment"), comment],
    [say("form.reason"), item.reason ? `${say(`reasonFor.${item.reason}`)}. ${item.reasonText ?? ""}` : null],
    [say("item.confirmation"), item.confirmation],
  ];
  return (
    <article aria-labelledby={`item-${item.id}`} className="panel p-4 sm:p-5">
      {title}
      <div className="mt-2">
        <OldNew old={item.current} proposed={item} kind={kind} />
      </div>
      <dl className="mt-3 grid grid-cols-1 gap-x-4 gap-y-1 text-sm sm:grid-cols-[10rem_minmax(0,1fr)]">
        {item.kind === "enter" ? (
          <>
            <dt className="text-soft">{say("form.source")}</dt>
            <dd>
              {item.newSource ? (
                <>
                  <SourceLink id="new" source={{ ...item.newSource, id: "new", extent: "whole", note: null }} />{" "}
                  <em>{say("item.newSource")}</em>
                </>
              ) : item.source ? (
                <SourceLink id={item.source} source={sourceOf(item.source)} />
              ) : (
                "–"
              )}
            </dd>
          </>
        ) : null}
        {facts.map(([name, value]) =>
          value ? (
            <div key={name} className="contents">
              <dt className="text-soft">{name}</dt>
              <dd className="whitespace-pre-line">{value}</dd>
            </div>
          ) : null,
        )}
        <dt className="text-soft">{say("item.evidence")}</dt>
        <dd>
          {item.files.length === 0
            ? say("item.noEvidence")
            : item.files.map(({ sha256, name }) => (
                <span key={sha256} className="block">
                  <EvidenceLink sha256={sha256} name={name} />
                </span>
              ))}
        </dd>
      </dl>
      {item.moved ? (
        <p data-class="moving_away" className="mt-3 text-sm font-semibold text-(--status)">
          {say("item.moved", { value: item.current ? valueText(item.current, kind, text) : say("figure.never") })}
        </p>
      ) : null}
      {[
        ...item.errors.map((f) => ["moving_away", f] as const),
        ...item.warnings.map((f) => ["behind", f] as const),
      ].map(([look, finding]) => (
        <p key={`${finding.field} ${finding.code}`} data-class={look} className="mt-2 text-sm text-(--status)">
          <strong>{say(look === "behind" ? "item.warning" : "item.error")}</strong> {findingText(finding, text)}
        </p>
      ))}
      {item.others.map((other) => (
        <p key={other.submission} className="mt-2 text-sm">
          {otherText(other, kind, text)}
        </p>
      ))}
      {item.pair === null ? null : <p className="mt-2 text-sm text-soft">{say("item.pair")}</p>}
      {children ? <div className="mt-4 flex flex-wrap gap-3">{children}</div> : null}
    </article>
  );
}

/** What was decided of a figure; of one that is published, the sheet for the paper file. */
export function ItemOutcome({ item, isPublished }: { item: Item; isPublished: boolean }) {
  const { say } = useStaffText();
  return (
    <p className="flex flex-wrap items-center gap-x-4 text-sm">
      <strong>{say(`itemState.${item.state as "approved"}`)}</strong>
      {item.state === "approved" && isPublished ? <SheetLink figure={item} /> : null}
    </p>
  );
}
