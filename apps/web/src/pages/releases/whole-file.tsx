import { useText } from "../../text/text.tsx";
import { number } from "../../words/format.ts";

/** Which part of the figures a table shows, with the way to all of them; nothing where it shows all. */
export function WholeFile({ shown, all, file }: { shown: number; all: number; file: string }) {
  const { say, lang } = useText();
  if (shown >= all) return null;
  return (
    <p className="mt-2 text-sm">
      {say("releases.shownFigures", { n: number(shown, lang), all: number(all, lang) })}{" "}
      <a href={file}>{say("releases.allFigures")}</a>
    </p>
  );
}
