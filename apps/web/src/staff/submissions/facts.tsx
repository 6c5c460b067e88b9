import type { FigureContent } from "@moc2030/shared/figure/figure";
import type { ReactNode } from "react";
import type { StaffText, StaffTextId } from "../../text/staff-text.tsx";
import { publishedText } from "../../words/published.ts";

export type Fact = readonly [name: string, value: ReactNode];

/** A description list, in two columns where there is room; facts without a value are omitted. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <div className="@container mt-3">
    <dl className="grid grid-cols-1 gap-x-4 gap-y-2 text-sm @sm:grid-cols-[11rem_minmax(0,1fr)] @sm:gap-y-1">
      {facts.map(([name, value]) =>
        value ? (
          <div key={name} className="@sm:contents">
            <dt className="text-soft">{name}</dt>
            <dd className="whitespace-pre-line">{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  </div>
);

type Said = FigureContent & { [N in "place" | "reason" | "reasonText" | "confirmation"]: string | null };

/** Provenance of a figure, and the reason for its change, as facts. */
export function factsOf(figure: Said, text: StaffText): { origin: Fact[]; reason: Fact[] } {
  const { say, lang } = text;
  const { obsComVi, obsComEn, reason, reasonText } = figure;
  return {
    origin: [
      [say("field.place"), figure.place],
      [say("form.edition"), figure.edition],
      [say("form.published"), publishedText(figure, text)],
      [say("field.comment"), (lang === "vi" ? obsComVi : obsComEn) ?? obsComVi ?? obsComEn],
    ],
    reason: [
      [say("form.reason"), reason ? `${say(`choice.reason.${reason}` as StaffTextId)}. ${reasonText ?? ""}` : null],
      [say("item.confirmation"), figure.confirmation],
    ],
  };
}
