import type { ReactNode } from "react";
import { useStaffText } from "../../text/staff-text.tsx";
import type { Kind } from "../../words/format.ts";
import { factsOf } from "./facts.tsx";
import { flagsText, gradeText, valueText } from "./figure-words.ts";
import type { Item, Submission } from "./reads.ts";

/** What became of a figure or statement since its submission last went back to its author; "same" is not marked. */
export function SinceMark({ since }: { since: Item["since"] }) {
  const { say } = useStaffText();
  if (since === null || since === "same") return null;
  return <strong className="border border-line-strong px-2 py-0.5 text-xs">{say(`since.${since}`)}</strong>;
}

/** What changed in a figure since then: each fact before and now. */
export function SinceChanges({ item, kind }: { item: Item; kind: Kind }) {
  const text = useStaffText();
  const { say } = text;
  if (!item.previous) return null;
  const facts = (figure: Item | NonNullable<Item["previous"]>): (readonly [string, ReactNode])[] => {
    const { origin, reason } = factsOf(figure, text);
    return [
      [say("field.value"), figure.kind === "withdraw" ? say("figure.withdrawn") : valueText(figure, kind, text)],
      [
        say("form.flags"),
        [figure.value === null ? "" : gradeText(figure, text), flagsText(figure, text)].join(" ").trim(),
      ],
      [say("form.source"), figure.newSource?.title ?? figure.source],
      ...origin,
      ...reason,
      [say("field.evidence"), String(figure.evidence.length)],
    ];
  };
  const before = facts(item.previous);
  const changed = facts(item).flatMap(([name, now], index) => {
    const was = before[index]?.[1];
    return was === now ? [] : [[name, was, now] as const];
  });
  if (changed.length === 0) return null;
  return (
    <dl className="mt-3 border-s-4 border-line-strong ps-4 text-sm">
      {changed.map(([name, was, now]) => (
        <div key={name}>
          <dt className="inline text-soft">{name}: </dt>
          <dd className="inline">
            <del>{was || say("since.nothing")}</del> → <ins>{now || say("since.nothing")}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Figures taken out of a submission since then. */
export function SinceRemoved({ removed, nameOf }: Pick<Submission, "removed"> & { nameOf: (code: string) => string }) {
  const { say } = useStaffText();
  if (removed.length === 0) return null;
  const names = removed.map(({ indicator, timePeriod }) => `${nameOf(indicator)}, ${timePeriod}`);
  return <p className="mt-2 text-sm">{say("since.removed", { names: names.join("; ") })}</p>;
}
