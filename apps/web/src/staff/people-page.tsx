import type { Role } from "@moc2030/shared/actions";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Answer, paths, Refusal, send, staffRead } from "../session/client.ts";
import { useMe } from "../session/me.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { useTitle } from "../ui/error-page.tsx";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { AddPerson, type NewPerson } from "./add-person.tsx";
import { type Ask, ConfirmDialog } from "./confirm-dialog.tsx";
import { type Made, OneTimeLink } from "./one-time-link.tsx";
import { PersonRow } from "./person-row.tsx";

type People = Answer<typeof paths.staff.$get>;
const peopleRead = () => staffRead<People>(paths.staff.$path());
type Link = { path: string; expiresAt: string };

/** Who works here: added, given another role, disabled, reset, each asked for with a code of one's own; the one-time link is shown once. */
export function PeoplePage() {
  const { say } = useStaffText();
  const me = useMe();
  const queries = useQueryClient();
  useTitle(say("staffNav.people"));
  const people = useQuery({ ...peopleRead(), throwOnError: true });
  const [made, setMade] = useState<Made | null>(null);
  const [ask, setAsk] = useState<Ask | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: ["staff"] });
  const one = (id: string) => paths.staff[":id"].$path({ param: { id } });
  const change = (id: string, wanted: { role: Role } | { disabled: boolean }) => async (code: string) => {
    await send<People>(one(id), { method: "PATCH", json: { ...wanted, code } });
    await refresh();
  };
  const newLink = (name: string, path: string, json: object) => async (code: string) => {
    setMade({ ...(await send<Link>(path, { method: "POST", json: { ...json, code } })), name });
    await refresh();
  };
  const askToAdd = (person: NewPerson, added: () => void) =>
    setAsk({
      title: say("people.addSure", { name: person.name, role: say(`role.${person.role}`) }),
      action: say("people.addDo"),
      act: async (code) => {
        await newLink(person.name, paths.staff.$path(), person)(code);
        added();
      },
      words: (error) => {
        if (!(error instanceof Refusal)) return null;
        const isTaken = error.slug === "conflict";
        const isName = error.errors.some((one) => "pointer" in one && one.pointer === "/name");
        if (isName) return say(isTaken ? "people.nameTaken" : "people.nameWrong");
        return isTaken ? say("people.taken") : null;
      },
    });
  if (!people.data) return <PageSkeleton />;
  return (
    <div className="py-6 sm:py-8">
      <h1 className="text-2xl">{say("staffNav.people")}</h1>
      <p className="measure mt-2 text-soft">{say("people.body")}</p>
      {made ? <OneTimeLink made={made} /> : null}
      <ul className="mt-6 max-w-4xl divide-y divide-line border-y border-line">
        {people.data.items.map((person) => {
          const { id, name } = person;
          return (
            <PersonRow
              key={`${id} ${person.role}`}
              person={person}
              isMe={id === me.id}
              onRole={(role) =>
                setAsk({
                  title: say("people.roleSure", {
                    name,
                    before: say(`role.${person.role}`),
                    after: say(`role.${role}`),
                  }),
                  body: say("people.roleSureBody"),
                  action: say("people.changeRole"),
                  act: change(id, { role }),
                })
              }
              onDisable={(disabled) =>
                setAsk({
                  title: say(disabled ? "people.disableSure" : "people.enableSure", { name }),
                  ...(disabled && { body: say("people.disableSureBody") }),
                  action: say(disabled ? "people.disable" : "people.enable"),
                  act: change(id, { disabled }),
                })
              }
              onReset={() =>
                setAsk({
                  title: say("people.resetSure", { name }),
                  body: say("people.resetSureBody"),
                  action: say("people.reset"),
                  act: newLink(name, paths.staff[":id"].reset.$path({ param: { id } }), {}),
                })
              }
            />
          );
        })}
      </ul>
      <AddPerson onAdd={askToAdd} />
      {ask ? <ConfirmDialog ask={ask} onClose={() => setAsk(null)} /> : null}
    </div>
  );
}
