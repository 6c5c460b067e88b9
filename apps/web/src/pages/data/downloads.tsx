import { FileLinks } from "../../document/file-links.tsx";
import type { FileQuery } from "../../document/files.ts";
import { useText } from "../../text/text.tsx";
import { ChoiceLinks } from "../../ui/choice-links.tsx";
import { number } from "../../words/format.ts";

type Props = {
  query: FileQuery;
  /** Number of rows that match the filter. */
  count: number;
  /** Number of rows in the whole database. */
  whole: number;
  isFull: boolean;
};

/** The choice between filtered and full file, with row counts, and a download button per format. */
export function Downloads({ query, count, whole, isFull }: Props) {
  const { say, lang } = useText();
  const rows = (n: number) => say("data.rows", { n: number(n, lang), count: n });
  return (
    <div className="panel mt-4 p-4 sm:p-5">
      <nav aria-labelledby="file-holds" className="no-print">
        <p id="file-holds" className="mb-1 text-xs font-semibold text-soft">
          {say("data.fileHolds")}
        </p>
        <ChoiceLinks
          choices={[false, true].map((isAll) => ({
            ...{ id: isAll ? "file-full" : "file-filtered", isChosen: isAll === isFull },
            change: { full: isAll ? "true" : undefined },
            label: (
              <span>
                {say(isAll ? "data.full" : "data.filtered")}: <strong>{rows(isAll ? whole : count)}</strong>
              </span>
            ),
          }))}
        />
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
