import type { Source } from "@moc2030/shared/schema/source";
import { isReducedDate } from "@moc2030/shared/text/date";
import type { Lang } from "@moc2030/shared/text/lang";
import { useText } from "../text/text.tsx";
import { reducedDay } from "../words/format.ts";

/** A source's date, formatted if it is a date and not words. */
const dateOf = (date: string, lang: Lang) => (isReducedDate(date) ? reducedDay(date, lang) : date);

/** A source by title, linked if it has a web address; of one that came out after the day of the page that alone is said. */
export function SourceLink({ source }: { source: Source | undefined }) {
  const { say, lang } = useText();
  if (!source) return <span className="text-soft">{say("source.later")}</span>;
  const kind = say(`sourceKind.${source.kind}`);
  return (
    <span>
      {source.url && /^https?:/.test(source.url) ? (
        <a href={source.url} rel="noreferrer">
          {source.title}
        </a>
      ) : (
        source.title
      )}
      <span className="text-soft">
        , {source.publisher} ({kind}
        {source.date ? `, ${dateOf(source.date, lang)}` : ""})
      </span>
    </span>
  );
}
