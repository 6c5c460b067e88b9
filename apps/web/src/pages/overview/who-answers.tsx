import type { Body } from "../../client/api.ts";
import { BodyNames } from "../../document/body-names.tsx";
import { useText } from "../../text/text.tsx";
import type { HeadlineRow } from "../../words/headline-rows.ts";
import { grouped } from "../../words/standing.ts";

type Props = {
  rows: readonly HeadlineRow[];
  answering: (row: HeadlineRow) => string[];
  bodies: readonly Body[];
};

/** Responsible bodies and their targets, for phones, where rows have no room for them. */
export function WhoAnswers({ rows, answering, bodies }: Props) {
  const { say } = useText();
  const each = rows.flatMap((row) => answering(row).map((body) => ({ body, topic: row.indicator.topic })));
  return (
    <section aria-labelledby="who-answers" className="hidden phone:block">
      <h2 id="who-answers" className="text-base">
        {say("row.body")}
      </h2>
      <dl className="mt-0.5 space-y-1 text-sm">
        {grouped(each, ({ body }) => body).map(({ key, rows: own }) => (
          <div key={key}>
            <dt className="inline">
              <BodyNames text={key} bodies={bodies} />
            </dt>
            <dd className="inline text-soft">: {own.map(({ topic }) => topic).join(", ")}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
