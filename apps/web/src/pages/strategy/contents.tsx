import { useText } from "../../text/text.tsx";

/** A section: id of its heading, name, and number of items. */
export type Part = { id: string; name: string; n?: number; parts?: Part[] };

/** Table of contents with the number of items per section. */
export function Contents({ parts }: { parts: readonly Part[] }) {
  const { say } = useText();
  return (
    <nav aria-labelledby="contents" className="no-print panel mt-6 p-4 sm:p-5">
      <h2 id="contents" className="text-sm text-soft">
        {say("strategy.contents")}
      </h2>
      <ol className="mt-1 gap-x-8 md:columns-2 lg:columns-3">
        {parts.map((part) => (
          <li key={part.id} className="break-inside-avoid">
            <Way part={part} className="font-semibold" />
            {part.parts && part.parts.length > 0 ? (
              <ul className="ms-4 text-sm">
                {part.parts.map((one) => (
                  <li key={one.id}>
                    <Way part={one} />
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ol>
    </nav>
  );
}

const Way = ({ part: { id, name, n }, className = "" }: { part: Part; className?: string }) => (
  <a href={`#${id}`} className={`plain inline-block py-1.5 ${className}`}>
    <span className="underline underline-offset-4">{name}</span>
    {n === undefined ? null : <span className="num font-normal text-soft"> ({n})</span>}
  </a>
);
