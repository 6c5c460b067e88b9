import { COUNTRY } from "@moc2030/shared/figure/country";
import type { ReactNode } from "react";
import type { Indicator, SourceOf } from "../../client/api.ts";
import { SourceLink } from "../../document/source-link.tsx";
import { useStaffText } from "../../text/staff-text.tsx";
import { useMe } from "../session/me.ts";
import { type Fact, Facts, factsOf } from "./facts.tsx";
import { flagsText, othersTexts, valueText } from "./figure-words.ts";
import { findingText } from "./finding-words.ts";
import { EvidenceLink } from "./links.tsx";
import { OldNew } from "./old-new.tsx";
import { PastFacts } from "./past-facts.tsx";
import type { Item, Past } from "./reads.ts";
import { SinceChanges, SinceMark } from "./since.tsx";

type Props = {
  item: Item;
  indicator: Indicator | undefined;
  /** Who proposes it, by id. */
  author: string;
  /** Whether it is decided on, and no longer waits for its instant. */
  isOver: boolean;
  /** Name of its economy. */
  areaName: string;
  sourceOf: SourceOf;
  /** What the figure is seen against, while it is undecided. */
  past?: Past | undefined;
  /** Actions. */
  children?: ReactNode;
  /** What was said of it. */
  said?: ReactNode;
};

/** One proposed figure with its provenance, findings, and what changed since it was handed in before. */
export function ItemCard({ item, author, isOver, indicator, areaName, sourceOf, past, children, said }: Props) {
  const text = useStaffText();
  const { say } = text;
  const me = useMe();
  const kind = indicator?.valueKind ?? "index";
  const title = (
    <h3 id={`item-${item.id}`} tabIndex={-1} className="text-base">
      {indicator?.shortName ?? item.indicator}, {item.timePeriod}
      <span className="ms-2 text-sm font-normal text-soft">
        {item.compiler}
        {item.refArea === COUNTRY ? "" : `, ${areaName} (${item.refArea})`}
      </span>{" "}
      <SinceMark since={item.since} />
    </h3>
  );
  if (item.hidden)
    return (
      <article aria-labelledby={`item-${item.id}`} className="panel p-4 sm:p-5">
        {title}
        <p className="mt-2 text-sm">{say(item.state === "approved" ? "item.hiddenEmbargo" : "item.hiddenDraft")}</p>
      </article>
    );
  const { origin, reason } = factsOf(item, text);
  const source = item.newSource ? (
    <>
      <SourceLink source={{ ...item.newSource, id: "new", extent: "whole", note: null }} />{" "}
      <em>{say("item.newSource")}</em>
    </>
  ) : item.source ? (
    <SourceLink source={sourceOf(item.source)} />
  ) : (
    "–"
  );
  const evidence = item.files.map(({ sha256, name }) => (
    <span key={sha256} className="block py-1">
      <EvidenceLink sha256={sha256} name={name} />
    </span>
  ));
  const facts: Fact[] = [
    [say("form.source"), item.kind === "enter" ? source : null],
    [say("form.letterPerson"), item.newSource?.letter?.person],
    [say("form.flags"), item.kind === "enter" ? flagsText(item, text) : null],
    ...origin,
    [say("form.confidence"), item.confidence === "sourced" ? null : say(`choice.confidence.${item.confidence}`)],
    ...reason,
    [say("field.evidence"), evidence.length > 0 ? evidence : say("item.noEvidence")],
  ];
  const now = item.current ? valueText(item.current, kind, text) : say("figure.never");
  const notes = [
    ...(item.moved ? [{ look: "danger", title: say("item.moved", { value: now }), said: "" }] : []),
    ...item.errors.map((one) => ({ look: "danger", title: say("item.error"), said: findingText(one, text) })),
    ...item.warnings.map((one) => ({ look: "warning", title: say("item.warning"), said: findingText(one, text) })),
    ...othersTexts(item.others, { reader: me.id, author }, kind, text).map((said) => ({
      ...{ look: undefined, title: "", said },
    })),
    ...(item.pair === null ? [] : [{ look: undefined, title: "", said: say("item.pair") }]),
  ];
  return (
    <article aria-labelledby={`item-${item.id}`} className="panel p-4 sm:p-5">
      {title}
      <div className="mt-2">
        <OldNew old={item.current} proposed={item} kind={kind} ended={isOver ? item.state : undefined} />
      </div>
      <SinceChanges item={item} kind={kind} />
      <Facts facts={facts} />
      {notes.map(({ look, title, said: note }) => (
        <p key={`${title} ${note}`} data-class={look} className="mt-2 text-sm data-class:text-(--status)">
          {title ? <strong>{title} </strong> : null}
          {note}
        </p>
      ))}
      {past && indicator && item.kind === "enter" ? (
        <PastFacts titleId={`item-${item.id}`} past={past} figure={item} indicator={indicator} />
      ) : null}
      {children ? <div className="mt-4 flex flex-wrap gap-3">{children}</div> : null}
      {said}
    </article>
  );
}
