import { useQuery } from "@tanstack/react-query";
import { instant } from "../instant.ts";
import { freshRead, paths, send } from "../session/client.ts";
import { useChange } from "../session/form.tsx";
import { mayDo, useMe } from "../session/me.ts";
import { colleaguesRead, type Delegation, delegationsRead } from "../submissions/reads.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { useTitle } from "../ui/error-page.tsx";
import { Problem } from "../ui/problem.tsx";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { DelegationForm } from "./delegation-form.tsx";

/** Who stands in for whom: asked for by a reviewer, or by two administrators; accepted, declined or given back by the stand-in. */
export function DelegationsPage() {
  const { say } = useStaffText();
  const me = useMe();
  useTitle(say("delegation.title"));
  const delegations = useQuery({ ...delegationsRead(), ...freshRead });
  const colleagues = useQuery(colleaguesRead());
  const act = useChange(
    ({ path, method = "POST" }: { path: string; method?: "POST" | "DELETE" }) => send(path, { method }),
    // What one may do may have changed with it.
    { stale: [] },
  );
  if (!delegations.data || !colleagues.data) return <PageSkeleton />;
  const { items } = delegations.data;
  return (
    <div className="max-w-3xl py-6 sm:py-8">
      <h1 className="text-2xl">{say("delegation.title")}</h1>
      <p className="measure mt-2 text-soft">{say("delegation.body")}</p>
      <Problem className="mt-4">{act.problem}</Problem>
      {items.length === 0 ? <p className="mt-5">{say("delegation.none")}</p> : null}
      <ul className="mt-5 space-y-3">
        {items.map((one) => (
          <Row key={one.id} delegation={one} act={act.run} />
        ))}
      </ul>
      {mayDo(me, "review.delegate") ? (
        <section aria-labelledby="delegate-title" className="mt-10">
          <h2 id="delegate-title" className="text-lg">
            {say("delegation.add")}
          </h2>
          {me.role === "administrator" ? <p className="measure mt-1 text-soft">{say("delegation.bodyAdmin")}</p> : null}
          {/* Empty again once there is a delegation more. */}
          <DelegationForm key={items.length} me={me} colleagues={colleagues.data.items} />
        </section>
      ) : null}
    </div>
  );
}

type RowProps = { delegation: Delegation; act: (change: { path: string; method?: "DELETE" }) => void };

/** One delegation, how far it has come, and what whoever reads it can do about it. */
function Row({ delegation, act }: RowProps) {
  const { say, lang } = useStaffText();
  const me = useMe();
  const { id, state, standIn, reviewer, createdBy, acceptedAt, startsAt, endsAt } = delegation;
  const one = paths.delegations[":id"];
  const param = { id: String(id) };
  const isStandIn = standIn.id === me.id;
  const mayConfirm = state === "proposed" && mayDo(me, "review.appoint") && createdBy.id !== me.id;
  const mayEnd = isStandIn || reviewer.id === me.id || me.role === "administrator";
  const button = (word: "confirm" | "accept" | "giveBack" | "decline" | "end", look: string, onClick: () => void) => (
    <button type="button" aria-describedby={`delegation-${id}`} className={`button ${look}`} onClick={onClick}>
      {say(`delegation.${word}`)}
    </button>
  );
  return (
    <li className="panel p-4 text-sm">
      <p id={`delegation-${id}`}>
        {say("delegation.row", {
          reviewer: reviewer.name,
          standIn: standIn.name,
          from: instant(startsAt, lang),
          to: instant(endsAt, lang),
        })}
        : {say(`delegation.${state}`, { name: state === "offered" ? standIn.name : createdBy.name })}
      </p>
      <div className="mt-2 flex flex-wrap gap-3 empty:hidden">
        {mayConfirm ? button("confirm", "button-main", () => act({ path: one.confirm.$path({ param }) })) : null}
        {state === "offered" && isStandIn
          ? button("accept", "button-main", () => act({ path: one.accept.$path({ param }) }))
          : null}
        {mayEnd
          ? button(isStandIn ? (acceptedAt ? "giveBack" : "decline") : "end", "", () =>
              act({ path: one.$path({ param }), method: "DELETE" }),
            )
          : null}
      </div>
    </li>
  );
}
