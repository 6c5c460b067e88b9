import { PageLink } from "../address/page-link.tsx";
import { useText } from "../text/text.tsx";

/** The terms of the glossary on /about, in its order. */
export const TERMS = [
  "indicator",
  "target",
  "index",
  "baseYear",
  "referencePath",
  "needed",
  "continuation",
  "edition",
  "release",
  "asKnown",
  "revision",
  "grade",
  "provisional",
  "notAssessable",
  "sourced",
  "economy",
] as const;
export type TermId = (typeof TERMS)[number];

/** The id of a term's entry in the glossary. */
export const anchorOf = (term: TermId): string => `term-${term}`;

/** A term linked to its entry in the glossary. */
export function Term({ id }: { id: TermId }) {
  const { say } = useText();
  return (
    <PageLink to="/about" hash={anchorOf(id)}>
      {say(`term.${id}`)}
    </PageLink>
  );
}

/** Links to the glossary entries of the terms used on a page, on one line. */
export function Terms({ ids }: { ids: readonly TermId[] }) {
  const { say } = useText();
  return (
    <p className="no-print measure mt-4 text-sm text-soft">
      {say("term.line")}{" "}
      {ids.map((id, i) => (
        <span key={id}>
          {i > 0 ? " · " : null}
          <Term id={id} />
        </span>
      ))}
    </p>
  );
}
