import { PageLink } from "../address/page-link.tsx";
import { useText } from "../text/text.tsx";
import { chartAddress } from "./files.ts";

type Props = {
  /** The page's path, and what its address says of the chart. */
  path: string;
  search: Record<string, unknown>;
  asOf: string | undefined;
  release: number | undefined;
};

/** The code in the path of an indicator's page. */
const INDICATOR = /^\/indicators\/(\w+)$/;

/** A chart as files, and an indicator's in the explorer, in the state and language of its page. */
export function ChartLinks({ path, search, asOf, release }: Props) {
  const { say, lang } = useText();
  const pinned = { ...search, lang: lang === "en" ? lang : undefined, ...(asOf ? { asOf } : { release }) };
  const indicator = INDICATOR.exec(path)?.[1];
  return (
    <>
      {indicator ? (
        <PageLink to="/compare" search={{ explore: "1", indicator, paths: "1" }} className="button needs-script">
          {say("explore.button")}
        </PageLink>
      ) : null}
      {(["png", "svg"] as const).map((format) => (
        <a key={format} className="button" download href={chartAddress(path, format, pinned)}>
          {say(`picture.${format}`)}
        </a>
      ))}
    </>
  );
}
