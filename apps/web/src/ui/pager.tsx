import type { ReactNode } from "react";
import { SamePageLink } from "../address/page-link.tsx";
import { useText } from "../text/text.tsx";

type Props = {
  page: { page: number; count: number };
  label: string;
  /** Scrolls to the top, where pages differ much in height. */
  toTop?: boolean;
  /** The range shown, such as "26–50 of 312". */
  children: ReactNode;
};

/** Pagination by URL. */
export function Pager({ page: { page, count }, label, toTop = false, children }: Props) {
  const { say } = useText();
  const link = (id: string, to: number, text: string) =>
    to >= 1 && to <= count ? (
      <SamePageLink id={id} change={{ page: to > 1 ? to : undefined }} toTop={toTop} className="button">
        {text}
      </SamePageLink>
    ) : (
      // A placeholder, so that the other button does not move.
      <span className="button pointer-events-none border-line text-soft" aria-disabled="true">
        {text}
      </span>
    );
  return (
    <nav
      aria-label={label}
      className="no-print mt-4 flex flex-wrap items-center justify-between gap-3 text-sm text-soft"
    >
      <p>{children}</p>
      {count > 1 ? (
        <div className="flex gap-3">
          {link("previous-page", page - 1, say("pager.previous"))} {link("next-page", page + 1, say("pager.next"))}
        </div>
      ) : null}
    </nav>
  );
}
