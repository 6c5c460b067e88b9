import type { SubmissionState } from "@moc2030/shared/schema/submission";
import type { ReactNode } from "react";
import { PageLink } from "../../address/page-link.tsx";
import { type StaffSay, useStaffText } from "../../text/staff-text.tsx";
import { instant } from "../../words/instant.ts";
import { useMe } from "../session/me.ts";
import { StateBadge } from "./state-badge.tsx";

export type Line = {
  id: number;
  title: string;
  state: SubmissionState;
  items: number;
  statements: number;
  author: { id: string; name: string };
  updatedAt: string;
};
/** The number of figures or statements in a submission. */
export const contentText = ({ items, statements }: Pick<Line, "items" | "statements">, say: StaffSay): string =>
  statements > 0 ? say("mine.statements", { n: statements }) : say("mine.figures", { n: items });

type Props<T extends Line> = {
  items: readonly T[];
  /** Link target: one's own submissions or the review page. */
  to?: "submissions" | "review";
  hasState?: boolean;
  more?: ((one: T) => ReactNode) | undefined;
};

/** A list of submissions: content, author unless oneself, date of the last change. */
export function SubmissionList<T extends Line>({ items, to = "submissions", hasState = false, more }: Props<T>) {
  const { say, lang } = useStaffText();
  const me = useMe();
  return (
    <ul className="mt-3 max-w-3xl divide-y divide-line border-y border-line">
      {items.map((one) => (
        <li key={one.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3">
          <PageLink to={`/${to}/${one.id}`} className="min-w-0 flex-1 basis-60 font-semibold">
            {one.title}
          </PageLink>
          {hasState ? <StateBadge state={one.state} /> : null}
          {one.author.id === me.id ? null : <span className="text-sm text-soft">{one.author.name}</span>}
          <span className="text-sm text-soft">{contentText(one, say)}</span>
          <span className="num text-sm text-soft">{instant(one.updatedAt, lang)}</span>
          {more?.(one)}
        </li>
      ))}
    </ul>
  );
}
