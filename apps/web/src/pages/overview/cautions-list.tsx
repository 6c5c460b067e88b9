import { PageLink } from "../../address/page-link.tsx";
import { useText } from "../../text/text.tsx";
import type { Caution } from "../../words/cautions.ts";
import { capital } from "../../words/format.ts";

/** Caveats of the headline figures, one item per target. */
export function CautionsList({ cautions }: { cautions: readonly Caution[] }) {
  const { say } = useText();
  return (
    <ul className="space-y-2 text-sm">
      {cautions.map(({ code, topic, sentences, hash }) => (
        <li key={code}>
          <PageLink to={`/indicators/${code}`} className="font-semibold">
            {capital(topic)}
          </PageLink>
          : {sentences.join(" ")}{" "}
          {hash ? (
            <PageLink to={`/indicators/${code}`} hash={hash}>
              {say("two.title")}
            </PageLink>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
