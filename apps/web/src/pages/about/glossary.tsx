import { anchorOf, TERMS } from "../../document/term.tsx";
import { useText } from "../../text/text.tsx";
import { Section } from "../../ui/section.tsx";

/** What the words of the pages mean, each at an address of its own. */
export function Glossary({ look, className }: { look: string; className: string }) {
  const { say } = useText();
  return (
    <Section id="glossary" title={say("aboutPage.glossary")} look={look} className={className}>
      <dl className="space-y-2">
        {TERMS.map((term) => (
          <div key={term} id={anchorOf(term)}>
            <dt className="font-semibold">{say(`term.${term}`)}</dt>
            <dd>{say(`means.${term}`)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
