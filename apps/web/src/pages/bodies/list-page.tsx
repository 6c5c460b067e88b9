import { dutiesOf } from "@moc2030/shared/responsible/duties";
import { lastKnown } from "@moc2030/shared/responsible/last-known";
import { PageLink } from "../../address/page-link.tsx";
import * as api from "../../client/api.ts";
import { EmptyRelease } from "../../document/empty-release.tsx";
import type { Page, ReadAnswer, Request } from "../../document/page.ts";
import { Provenance } from "../../document/provenance.tsx";
import { readAll } from "../../document/read-all.ts";
import { useText } from "../../text/text.tsx";
import { day } from "../../words/format.ts";
import { Names } from "./duty-list.tsx";
import { LISTS } from "./facts.ts";

type Data = Awaited<ReturnType<typeof load>>;

/** Every body of the state that an indicator names, with how many concern it and how. */
export const bodyList: Page<object, Data> = {
  path: "/bodies",
  parse: () => ({}),
  load,
  head: (_, { say }) => ({ title: say("nav.bodies"), description: say("bodies.body") }),
  Component: BodyList,
};

async function load(read: ReadAnswer, { view, today }: Request<object>) {
  const { bodies, indicators } = await readAll(read, { bodies: api.bodies(view), indicators: api.indicators(view) });
  const { release, items } = bodies;
  // A day to come is answered as today.
  return {
    release,
    on: view.asOf && view.asOf < today ? view.asOf : today,
    bodies: items,
    indicators: indicators.items,
  };
}

function BodyList({ data: { release, on, bodies, indicators } }: { data: Data }) {
  const { say } = useText();
  if (!release) return <EmptyRelease />;
  const followed = indicators.filter(({ role }) => role === "headline");
  const nowOf = (id: string) =>
    followed.filter(({ responsible }) => dutiesOf(responsible, bodies, id, on).some((one) => one.standing !== "past"))
      .length;
  // Who has most of the headline targets comes first.
  const begun = bodies.filter(({ from }) => (from ?? "") <= on).toSorted((a, b) => nowOf(b.id) - nowOf(a.id));
  const hasEnded = ({ to }: api.Body) => to !== null && to < on;
  const unled = indicators.filter(
    ({ role, responsible }) => role !== "context" && lastKnown(responsible, "lead", on).length === 0,
  );
  const parts = [
    ["bodies.now", begun.filter((one) => !hasEnded(one))],
    ["bodies.former", begun.filter(hasEnded)],
  ] as const;
  return (
    <>
      <header className="pt-10">
        <h1 className="text-2xl sm:text-3xl">{say("bodies.title")}</h1>
      </header>
      {parts.map(([id, those]) =>
        those.length === 0 ? null : (
          <section key={id} aria-labelledby={id} className="mt-10">
            <h2 id={id} className="text-xl">
              {say(id)}
            </h2>
            <ul className="mt-3 border-t border-line-strong">
              {those.map((one) => (
                <BodyItem key={one.id} body={one} {...{ bodies, indicators, on }} />
              ))}
            </ul>
          </section>
        ),
      )}
      {unled.length > 0 ? (
        <p className="mt-6 text-sm">
          <span className="text-soft">{say("bodies.unled")}</span> <Names indicators={unled} />.
        </p>
      ) : null}
      <p className="measure mt-6 text-sm text-soft">{say("bodies.body")}</p>
      <Provenance release={release} referenceDate={on} methodVersion={undefined} />
    </>
  );
}

type ItemProps = { body: api.Body; bodies: api.Body[]; indicators: api.IndicatorItem[]; on: string };

function BodyItem({ body, bodies, indicators, on }: ItemProps) {
  const { say, lang } = useText();
  const duties = indicators.flatMap(({ code, responsible }) =>
    dutiesOf(responsible, bodies, body.id, on).map(({ standing, term: { role } }) => ({ code, standing, role })),
  );
  const those = (of: string) =>
    indicators.filter(({ code }) => duties.some((duty) => duty.code === code && duty.standing === of));
  // A paper that only gives monitoring or compiling is not one that gives the lead.
  const rolesOf = (standing: string) => (one: api.IndicatorItem) =>
    [...new Set(duties.filter((duty) => duty.standing === standing && duty.code === one.code).map(({ role }) => role))]
      .map((role) => say(`role.${role}`))
      .join("; ");
  const hasEnded = body.to !== null && body.to < on;
  const heir = bodies.find((one) => one.id === body.successor);
  return (
    <li className="grid gap-x-8 gap-y-1 border-b border-line py-4 md:grid-cols-2">
      <div>
        <h3 className="text-base">
          <PageLink to={`/bodies/${body.id}`} className="plain">
            {body.name}
          </PageLink>
        </h3>
        {hasEnded && body.to ? (
          <p className="text-sm text-soft">
            {say("bodies.until", { day: day(body.to, lang) })}{" "}
            {heir ? (
              <>
                {say(`bodies.${body.succession?.kind ?? "unknown"}`)}{" "}
                <PageLink to={`/bodies/${heir.id}`}>{heir.name}</PageLink>.
              </>
            ) : null}
          </p>
        ) : null}
      </div>
      <ul className="text-sm">
        {[...LISTS, "past" as const].map((standing) => {
          const all = those(standing);
          const followed = all.filter(({ role }) => role === "headline");
          const rest = all.length - followed.length;
          return all.length > 0 ? (
            <li key={standing}>
              {say(`bodies.${standing}`)}:{" "}
              <Names
                indicators={followed}
                noteOf={standing === "given" || standing === "sourced" ? rolesOf(standing) : undefined}
              />
              {followed.length > 0 && rest > 0 ? " " : null}
              {rest > 0 ? (
                <strong>{say(followed.length > 0 ? "bodies.others" : "bodies.count", { n: rest })}</strong>
              ) : null}
            </li>
          ) : null;
        })}
      </ul>
    </li>
  );
}
