import type { ReleaseDetail } from "../../client/api.ts";
import { useText } from "../../text/text.tsx";

type Definition = ReleaseDetail["definitions"][number];

/** Kinds in display order; others follow under their own name. */
const KINDS = [
  ...(["statement", "document", "target", "orientation", "commitment", "trial", "indicator"] as const),
  ...(["milestone", "body", "compiler", "area", "source"] as const),
];
const MANY = 8;

/** Texts that a release added, changed or withdrew, by kind; long lists are collapsed. */
export function TextsList({ definitions }: { definitions: Definition[] }) {
  const { say } = useText();
  const kinds = [...new Set<string>([...KINDS, ...definitions.map(({ kind }) => kind)])];
  return (
    <div className="mt-3 space-y-4 text-sm">
      {kinds.map((kind) => {
        const own = definitions.filter((definition) => definition.kind === kind);
        if (own.length === 0) return null;
        const known = KINDS.find((one) => one === kind);
        const name = `${known ? say(`releases.kind.${known}`) : kind} (${own.length})`;
        if (own.length <= MANY)
          return (
            <div key={kind}>
              <h3 className="text-sm">{name}</h3>
              <Items definitions={own} />
            </div>
          );
        return (
          <details key={kind} className="more">
            <summary>{name}</summary>
            <Items definitions={own} />
          </details>
        );
      })}
    </div>
  );
}

function Items({ definitions }: { definitions: Definition[] }) {
  const { say } = useText();
  return (
    <ul className="measure mt-1 list-disc space-y-1 ps-5 marker:text-soft">
      {definitions.map(({ id, name, change }) => (
        <li key={id}>
          {name}
          {change === "added" ? null : <span className="text-soft"> ({say(`releases.${change}`)})</span>}
        </li>
      ))}
    </ul>
  );
}
