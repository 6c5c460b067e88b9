import type { Orientation, SourceOf } from "../../client/api.ts";
import { SourceLink } from "../../document/source-link.tsx";
import { SourceNote } from "../../document/source-note.tsx";
import { useText } from "../../text/text.tsx";
import { capital } from "../../words/format.ts";
import { Recorded } from "./recorded.tsx";
import { Section } from "./section.tsx";

/** Quoted policy orientations of the Decision; not numbered, since the official numbering was not seen. */
export function Orientations({ orientations, sourceOf }: { orientations: Orientation[]; sourceOf: SourceOf }) {
  const { say } = useText();
  const sources = [...new Set(orientations.map((orientation) => orientation.source))];
  return (
    <Section
      id="orientations"
      title={say("strategy.orientations")}
      body={<p>{say("strategy.orientationsBody", { n: orientations.length })}</p>}
    >
      <ul className="mt-5 border-t border-line-strong">
        {orientations.map((orientation) => (
          <li key={orientation.id} className="grid gap-x-8 gap-y-1 border-b border-line py-3 md:grid-cols-[2fr_5fr]">
            <h3 className="text-base">{orientation.title}</h3>
            <div className="text-sm">
              <p>“{orientation.quote}”</p>
              {orientation.note ? (
                <p className="mt-1 text-xs text-soft">
                  <SourceNote text={orientation.note} sourceOf={sourceOf} />
                </p>
              ) : null}
              <Recorded label="record.status" status={orientation.status} sourceOf={sourceOf} />
            </div>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-xs text-soft">
        {capital(say("wording.press"))}{" "}
        {sources.map((id) => (
          <SourceLink key={id} source={sourceOf(id)} />
        ))}
      </p>
    </Section>
  );
}
