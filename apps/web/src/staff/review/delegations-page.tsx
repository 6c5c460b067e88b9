import type { Role } from "@moc2030/shared/actions";
import { useQuery } from "@tanstack/react-query";
import { PageLink } from "../../address/page-link.tsx";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { DayField, SelectField } from "../../ui/fields.tsx";
import { Problem } from "../../ui/problem.tsx";
import { Section } from "../../ui/section.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { instant } from "../../words/instant.ts";
import { Page } from "../page.tsx";
import { freshRead, type Me, paths, send } from "../session/client.ts";
import { Form, useChange, useForm } from "../session/form.tsx";
import { mayDo, useMe } from "../session/me.ts";
import { colleaguesRead, type Delegation, delegationsRead } from "../submissions/reads.ts";
import { vietnamInstant } from "./vietnam-instant.ts";

/** Delegations: requested by a reviewer, or by two administrators; accepted, declined or ended by the delegate. */
export function DelegationsPage() {
  const { say } = useStaffText();
  const me = useMe();
  const delegations = useQuery({ ...delegationsRead(), ...freshRead });
  const colleagues = useQuery(colleaguesRead());
  const act = useChange(
    ({ path, method = "POST" }: { path: string; method?: "POST" | "DELETE" }) => send(path, { method }),
    // Permissions may have changed with it: refetches everything.
    { stale: [] },
  );
  if (!delegations.data || !colleagues.data) return <PageSkeleton />;
  const { items } = delegations.data;
  return (
    <Page title={say("delegation.title")} body={say("delegation.body")} className="max-w-3xl">
      <p className="mt-2">
        <PageLink to="/staff/away">{say("away.title")}</PageLink>
      </p>
      <Problem className="mt-4">{act.problem}</Problem>
      {items.length === 0 ? <p className="mt-5">{say("delegation.none")}</p> : null}
      <ul className="mt-5 space-y-3">
        {items.map((one) => (
          <Row key={one.id} delegation={one} act={act.run} />
        ))}
      </ul>
      {mayDo(me, "review.delegate") ? (
        <Section title={say("delegation.add")} className="mt-10">
          {me.role === "administrator" ? <p className="measure mt-1 text-soft">{say("delegation.bodyAdmin")}</p> : null}
          {/* Empty again once there is a delegation more. */}
          <DelegationForm key={items.length} me={me} colleagues={colleagues.data.items} />
        </Section>
      ) : null}
    </Page>
  );
}

type RowProps = { delegation: Delegation; act: (change: { path: string; method?: "DELETE" }) => void };

/** One delegation, its state and actions. */
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

type Colleague = { id: string; name: string; role: Role };

/** Requests a delegation; administrators also choose the reviewer. */
function DelegationForm({ me, colleagues }: { me: Me; colleagues: readonly Colleague[] }) {
  const { say } = useStaffText();
  const isAdmin = me.role === "administrator";
  const form = useForm<{ reviewer?: string; standIn: string; from: string; to: string }>({
    check: ({ from, to }) => {
      const [startsAt, endsAt] = [vietnamInstant(from), vietnamInstant(to)];
      const begins = startsAt ? Date.parse(startsAt) : Date.now();
      const unread = (text: string) => say("field.noInstant", { text });
      return {
        from: from && !startsAt ? unread(from) : begins < Date.now() - 1000 && say("delegation.fromPast"),
        to: to && !endsAt ? unread(to) : (!endsAt || Date.parse(endsAt) <= begins) && say("delegation.toMissing"),
      };
    },
    send: ({ from, to, ...people }) => {
      const json = { ...people, startsAt: vietnamInstant(from), endsAt: vietnamInstant(to) };
      return send(paths.delegations.$path(), { method: "POST", json });
    },
  });
  const choices = (list: readonly Colleague[]) =>
    list.map(({ id, name, role }) => ({ value: id, label: `${name} (${say(`role.${role}`)})` }));
  return (
    <Form form={form} className="mt-3">
      <div className="grid gap-4 sm:grid-cols-2">
        {isAdmin ? (
          <SelectField
            id="reviewer"
            label={say("delegation.reviewer")}
            choices={choices(colleagues.filter(({ role }) => role === "reviewer"))}
          />
        ) : null}
        <SelectField
          id="standIn"
          label={say("delegation.who")}
          choices={choices(colleagues.filter(({ id, role }) => id !== me.id && role !== "administrator"))}
        />
        {(["from", "to"] as const).map((id) => (
          <DayField key={id} id={id} withTime label={say(`delegation.${id}`)} hint={say(`delegation.${id}Hint`)} />
        ))}
      </div>
      <Button type="submit" className="mt-4">
        {say(isAdmin ? "delegation.doAdmin" : "delegation.do")}
      </Button>
    </Form>
  );
}
