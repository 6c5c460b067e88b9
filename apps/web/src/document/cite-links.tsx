import { keptPoint } from "../address/read-point.ts";
import { langParam } from "../address/search.ts";
import { useView } from "../address/view.tsx";
import { useText } from "../text/text.tsx";
import { citationAddress } from "./files.ts";

type Props = {
  /** Path of what is cited in the API; `search` is its query there. */
  path: string;
  search?: Record<string, unknown>;
  /** The release that the page was made of. */
  release: number | undefined;
};

/** Links to the ready-made citation of what a page shows. */
export function CiteLinks({ path, search = {}, release }: Props) {
  const { say, lang } = useText();
  const kept = { ...search, lang: langParam(lang), ...keptPoint(useView(), release) };
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 text-sm">
      <span className="text-soft">{say("cite.as")}</span>
      {(["txt", "bib", "ris"] as const).flatMap((format) => [
        " ",
        <a
          key={format}
          className="inline-flex min-h-9 items-center"
          href={citationAddress(path, format, kept)}
          download={format === "txt" ? undefined : ""}
        >
          {say(`cite.${format}`)}
        </a>,
      ])}
    </span>
  );
}
