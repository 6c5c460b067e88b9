import { chartAddress } from "./files.ts";
import { usePageText } from "./text/page-text.tsx";

type Props = {
  /** The page's path, and what its address says of the chart. */
  path: string;
  search: Record<string, unknown>;
  asOf: string | undefined;
  release: number | undefined;
};

/** A chart as files, in the state and language of its page. */
export function ChartLinks({ path, search, asOf, release }: Props) {
  const { say, lang } = usePageText();
  const pinned = { ...search, lang: lang === "en" ? lang : undefined, ...(asOf ? { asOf } : { release }) };
  return (["png", "svg"] as const).map((format) => (
    <a key={format} className="button" download href={chartAddress(path, format, pinned)}>
      {say(`picture.${format}`)}
    </a>
  ));
}
