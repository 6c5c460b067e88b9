import { FileLinks } from "../file-links.tsx";
import type { FileQuery } from "../files.ts";
import { number } from "../format.ts";
import { usePageText } from "../text/page-text.tsx";

type Props = {
  query: FileQuery;
  /** Rows as filtered, and in the whole database. */
  count: number;
  whole: number;
  isFull: boolean;
  onFull: (isFull: boolean) => void;
};

/** How many rows the file will have, as filtered or in full, and the file in five formats. */
export function Downloads({ query, count, whole, isFull, onFull }: Props) {
  const { say, lang } = usePageText();
  const rows = (n: number) => say("data.rows", { n: number(n, lang), count: n });
  return (
    <div className="panel mt-4 p-4 sm:p-5">
      <fieldset className="no-print">
        <legend className="text-xs font-semibold text-soft">{say("data.fileHolds")}</legend>
        <div className="mt-1 flex flex-wrap gap-x-8">
          {[false, true].map((option) => (
            <label key={String(option)} className="flex min-h-10 cursor-pointer items-center gap-3 text-sm">
              <input
                type="radio"
                name="full"
                className="size-4.5 accent-(--accent)"
                checked={isFull === option}
                onChange={() => onFull(option)}
              />
              <span>
                {say(option ? "data.full" : "data.filtered")}: <strong>{rows(option ? whole : count)}</strong>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <p className="no-print mt-3 flex flex-wrap gap-3">
        <FileLinks query={query} isMain />
      </p>
      <p className="mt-3 text-xs text-soft">
        {query.asOf ? say("data.fixedDay") : say("data.fixed", { release: query.release ?? "" })}
      </p>
    </div>
  );
}
