import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { instant } from "../instant.ts";
import { freshRead, paths, send } from "../session/client.ts";
import { mayDo, useMe } from "../session/me.ts";
import { problemText } from "../session/problem-text.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { useTitle } from "../ui/error-page.tsx";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { DelegationForm } from "./delegation-form.tsx";
import { colleaguesRead, type Delegation, delegationsRead } from "./reads.ts";

/** Who stands in for whom: asked for by a reviewer, or by two administrators; accepted, declined or given back by the stand-in. */
export function DelegationsPage() {
  const text = useStaffText();
  const { say, lang } = text;
  const me = useMe();
  const queries = useQueryClient();
  useTitle(say("delegation.title"));
  const delegations = useQuery({ ...delegationsRead(), ...freshRead });
  const colleagues = useQuery(colleaguesRead());
  const act = useMutation({
    mutationFn: ({ path, method }: { path: string; method: "POST" | "DELETE" }) => send(path, { method }),
    // What one may do may have changed with it.
    onSettled: () => queries.invalidateQueries(),
  });
  if (!delegations.data || !colleagues.data) return <PageSkeleton />;
  const { items } = delegations.data;
  const one = paths.delegations[":id"];
  const said = ({ state, standIn, createdBy }: Delegation) =>
    state === "accepted"
      ? say("delegation.accepted")
      : state === "offered"
        ? say("delegation.offered", { name: standIn.name })
        : say("delegation.proposed", { name: createdBy.name });
  const actions = (it: Delegation) => {
    const param = { id: String(it.id) };
    const isStandIn = it.standIn.id === me.id;
    const end = isStandIn ? (it.acceptedAt ? "giveBack" : "decline") : "end";
    return [
      ...(it.state === "proposed" && mayDo(me, "review.appoint") && it.createdBy.id !== me.id
        ? [{ word: "confirm" as const, path: one.confirm.$path({ param }), method: "POST" as const }]
        : []),
      ...(it.state === "offered" && isStandIn
        ? [{ word: "accept" as const, path: one.accept.$path({ param }), method: "POST" as const }]
        : []),
      ...(isStandIn || it.reviewer.id === me.id || me.role === "administrator"
        ? [{ word: end as "end", path: one.$path({ param }), method: "DELETE" as const }]
        : []),
    ];
  };
  return (
    <div className="max-w-3xl py-6 sm:py-8">
      <h1 className="text-2xl">{say("delegation.title")}</h1>
      <p className="measure mt-2 text-soft">{say("delegation.body")}</p>
      {act.error ? (
        <p role="alert" className="mt-4 text-sm font-semibold text-(--moving-away)">
          {problemText(act.error, text)}
        </p>
      ) : null}
      {items.length === 0 ? <p className="mt-5">{say("delegation.none")}</p> : null}
      <ul className="mt-5 space-y-3">
        {items.map((it) => (
          <li key={it.id} className="panel p-4 text-sm">
            <p id={`delegation-${it.id}`}>
              {say("delegation.row", {
                reviewer: it.reviewer.name,
                standIn: it.standIn.name,
                from: instant(it.startsAt, lang),
                to: instant(it.endsAt, lang),
              })}
              : {said(it)}
            </p>
            <div className="mt-2 flex flex-wrap gap-3 empty:hidden">
              {actions(it).map(({ word, path, method }) => (
                <button
                  key={word}
                  type="button"
                  aria-describedby={`delegation-${it.id}`}
                  className={word === "accept" || word === "confirm" ? "button button-main" : "button"}
                  onClick={() => {
                    if (!act.isPending) act.mutate({ path, method });
                  }}
                >
                  {say(`delegation.${word}`)}
                </button>
              ))}
            </div>
          </li>
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
