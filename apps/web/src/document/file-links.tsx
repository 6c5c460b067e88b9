import { useText } from "../text/text.tsx";
import { type FileQuery, fileAddress, fileFormats } from "./files.ts";

type Props = {
  query: Omit<FileQuery, "lang">;
  /** Number of formats shown, most used first; all by default. */
  most?: number;
  /** Whether the download is the page's main action. */
  isMain?: boolean;
};

/** Download buttons for the given figures. */
export function FileLinks({ query, most, isMain = false }: Props) {
  const { say, lang } = useText();
  return fileFormats[lang].slice(0, most).flatMap((format, index) => [
    " ",
    <a
      key={format}
      className={isMain && index === 0 ? "button button-main" : "button"}
      href={fileAddress(format, { ...query, lang }, true)}
      download
    >
      {say(`download.${format === "sdmx.csv" ? "sdmx" : format}`)}
    </a>,
  ]);
}
