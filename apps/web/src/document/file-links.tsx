import { useText } from "../text/text.tsx";
import { type FileQuery, fileAddress, fileFormats } from "./files.ts";

type Props = {
  query: Omit<FileQuery, "lang">;
  /** How many formats, the most used first; all unless said otherwise. */
  most?: number;
  /** Whether taking the file is what the page is for. */
  isMain?: boolean;
};

/** The same figures as files, each behind its button. */
export function FileLinks({ query, most, isMain = false }: Props) {
  const { say, lang } = useText();
  return fileFormats[lang].slice(0, most).map((format, index) => (
    <a
      key={format}
      className={isMain && index === 0 ? "button button-main" : "button"}
      href={fileAddress(format, { ...query, lang }, true)}
      download
    >
      {say(`download.${format === "sdmx.csv" ? "sdmx" : format}`)}
    </a>
  ));
}
