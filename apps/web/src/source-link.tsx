import type { Source } from "@moc2030/shared/source";
import { useText } from "./text/text.tsx";

/** A source by its title, with a link where it has an address that a browser can open. */
export function SourceLink({ id, source }: { id: string; source: Source | undefined }) {
  const { say } = useText();
  if (!source) return <span>{id}</span>;
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
        {source.date ? `, ${source.date}` : ""})
      </span>
    </span>
  );
}
