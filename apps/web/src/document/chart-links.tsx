import { PageLink } from "../address/page-link.tsx";
import { langParam } from "../address/search.ts";
import { useText } from "../text/text.tsx";
import { chartAddress } from "./files.ts";

type Props = {
  /** Path of the page; `search` is its query. */
  path: string;
  search: Record<string, unknown>;
  asOf: string | undefined;
  release: number | undefined;
};

/** Indicator code from the path. */
const INDICATOR = /^\/indicators\/(\w+)$/;

/** Links to a chart's files and to the explorer, for the state of the page. */
export function ChartLinks({ path, search, asOf, release }: Props) {
  const { say, lang } = useText();
  const pinned = { ...search, lang: langParam(lang), ...(asOf ? { asOf } : { release }) };
  const indicator = INDICATOR.exec(path)?.[1];
  return (
    <>
      {" "}
      {indicator ? (
        <PageLink to="/compare" search={{ explore: "1", indicator, paths: "1" }} className="button needs-script">
          {say("explore.button")}
        </PageLink>
      ) : null}
      {(["png", "svg"] as const).flatMap((format) => [
        " ",
        <a key={format} className="button" download href={chartAddress(path, format, pinned)}>
          {say(`picture.${format}`)}
        </a>,
      ])}
    </>
  );
}
