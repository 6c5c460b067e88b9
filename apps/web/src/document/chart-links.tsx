import { PageLink } from "../address/page-link.tsx";
import { keptPoint } from "../address/read-point.ts";
import { langParam } from "../address/search.ts";
import { useView } from "../address/view.tsx";
import { useText } from "../text/text.tsx";
import { chartAddress } from "./files.ts";

type Props = {
  /** Path of the page; `search` is its query. */
  path: string;
  search: Record<string, unknown>;
  /** The release that the page was made of. */
  release: number | undefined;
};

/** Indicator code from the path. */
const INDICATOR = /^\/indicators\/(\w+)$/;

/** Links to a chart's files and to the explorer, for the state of the page. */
export function ChartLinks({ path, search, release }: Props) {
  const { say, lang } = useText();
  const kept = { ...search, lang: langParam(lang), ...keptPoint(useView(), release) };
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
        <a key={format} className="button" download href={chartAddress(path, format, kept)}>
          {say(`picture.${format}`)}
        </a>,
      ])}
    </>
  );
}
