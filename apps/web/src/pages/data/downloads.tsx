import { SamePageLink } from "../../address/page-link.tsx";
import { FileLinks } from "../../document/file-links.tsx";
import type { FileQuery } from "../../document/files.ts";
import { useText } from "../../text/text.tsx";
import { number } from "../../words/format.ts";

type Props = {
  query: FileQuery;
  /** Rows as filtered, and in the whole database. */
  count: number;
  whole: number;
  isFull: boolean;
};

/** How many rows the file will have, as filtered or in full, and the file in five formats. */
export function Downloads({ query, count, whole, isFull }: Props) {
  const { say, lang } = useText();
  const rows = (n: number) => say("data.rows", { n: number(n, lang), count: n });
  return (
    <div className="panel mt-4 p-4 sm:p-5">
      <nav aria-labelledby="file-holds" className="no-print">
        <p id="file-holds" className="text-xs font-semibold text-soft">
          {say("data.fileHolds")}
        </p>
        <ul className="mt-1 flex flex-wrap gap-2">
          {[false, true].map((option) => (
            <li key={String(option)}>
              <SamePageLink
                id={option ? "file-full" : "file-filtered"}
                change={{ full: option ? "true" : undefined }}
                aria-current={option === isFull ? "true" : undefined}
                className="button min-h-10 py-1.5 font-normal aria-[current=true]:border-accent aria-[current=true]:bg-accent-tint"
              >
                <span>
                  {say(option ? "data.full" : "data.filtered")}: <strong>{rows(option ? whole : count)}</strong>
                </span>
              </SamePageLink>
            </li>
          ))}
        </ul>
      </nav>
      <p className="no-print mt-3 flex flex-wrap gap-3">
        <FileLinks query={query} isMain />
      </p>
      <p className="mt-3 text-xs text-soft">
        {query.asOf ? say("data.fixedDay") : say("data.fixed", { release: query.release ?? "" })}
      </p>
    </div>
  );
}
