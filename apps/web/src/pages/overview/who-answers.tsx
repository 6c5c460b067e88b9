import type { Body } from "../../client/api.ts";
import { BodyNames } from "../../document/body-names.tsx";
import { useText } from "../../text/text.tsx";
import { capital } from "../../words/format.ts";
import type { HeadlineRow } from "../../words/headline-rows.ts";
import { grouped } from "../../words/standing.ts";

type Props = { rows: readonly HeadlineRow[]; bodyOf: (row: HeadlineRow) => string; bodies: readonly Body[] };

/** Responsible bodies and their targets, for phones, where rows have no room for them. */
export function WhoAnswers({ rows, bodyOf, bodies }: Props) {
  const { say } = useText();
  return (
    <section aria-labelledby="who-answers" className="hidden phone:block">
      <h2 id="who-answers" className="text-base">
        {say("row.body")}
      </h2>
      <dl className="mt-0.5 space-y-1 text-sm">
        {grouped(rows, bodyOf).map(({ key, rows: own }) => (
          <div key={key}>
            <dt>
              <BodyNames text={key} bodies={bodies} />
            </dt>
            <dd className="text-soft">{capital(own.map(({ indicator }) => indicator.topic).join(", "))}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
