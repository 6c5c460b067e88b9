import { Link } from "@tanstack/react-router";
import { number } from "../format.ts";
import { useText } from "../text/text.tsx";

type Props = { page: { page: number; count: number; first: number; last: number }; total: number };

/** Which rows of how many are shown, and the way to the others. */
export function Pager({ page: { page, count, first, last }, total }: Props) {
  const { say, lang } = useText();
  const link = (to: number, text: string) =>
    to >= 1 && to <= count ? (
      <Link to="." search={(now) => ({ ...now, page: to > 1 ? to : undefined })} resetScroll={false} className="button">
        {text}
      </Link>
    ) : (
      // Keeps its place, so that the other one does not jump under the pointer.
      <span className="button pointer-events-none border-line text-soft" aria-disabled="true">
        {text}
      </span>
    );
  return (
    <nav
      aria-label={say("data.pages")}
      className="no-print mt-4 flex flex-wrap items-center justify-between gap-3 text-sm text-soft"
    >
      <p>{say("data.shown", { first: number(first, lang), last: number(last, lang), total: number(total, lang) })}</p>
      {count > 1 ? (
        <div className="flex gap-3">
          {link(page - 1, say("data.previous"))}
          {link(page + 1, say("data.next"))}
        </div>
      ) : null}
    </nav>
  );
}
