import type { Role } from "@moc2030/shared/actions";
import { useQuery } from "@tanstack/react-query";
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

/** Who works here: added, given another role, disabled, reset, each asked for with a code of one's own; the one-time link is shown once. */
export function PeoplePage() {
  const { say } = useStaffText();
  const me = useMe();
  useTitle(say("staffNav.people"));
  const people = useQuery({ ...staffRead<People>(paths.staff.$path()), throwOnError: true });
  const [made, setMade] = useState<Made | null>(null);
  const [ask, setAsk] = useState<Ask | null>(null);
  if (!people.data) return <PageSkeleton />;
  const { items } = people.data;
  const change = (id: string, wanted: { role: Role } | { disabled: boolean }) => (code: string) =>
    send(paths.staff[":id"].$path({ param: { id } }), { method: "PATCH", json: { ...wanted, code } });
  const newLink = (name: string, path: string, json: object) => async (code: string) =>
    setMade({ ...(await send<Omit<Made, "name">>(path, { method: "POST", json: { ...json, code } })), name });
  const askToAdd = (person: NewPerson) =>
    setAsk({
      title: say("people.addSure", { name: person.name, role: say(`role.${person.role}`) }),
      action: say("people.addDo"),
      act: newLink(person.name, paths.staff.$path(), person),
      words: (error) => {
        if (!(error instanceof Refusal)) return null;
        const isTaken = error.slug === "conflict";
        const isName = error.errors.some((one) => one.pointer === "/name");
        if (isName) return say(isTaken ? "people.nameTaken" : "people.nameWrong");
        return isTaken ? say("people.taken") : null;
      },
    });
  return (
    <div className="py-6 sm:py-8">
      <h1 className="text-2xl">{say("staffNav.people")}</h1>
      <p className="measure mt-2 text-soft">{say("people.body")}</p>
      {made ? <OneTimeLink key={made.path} made={made} /> : null}
      <ul className="mt-6 max-w-4xl divide-y divide-line border-y border-line">
        {items.map((person) => {
          const { id, name } = person;
          const before = say(`role.${person.role}`);
          return (
            <PersonRow
              key={`${id} ${person.role}`}
              person={person}
              isMe={id === me.id}
              onRole={(role) =>
                setAsk({
                  title: say("people.roleSure", { name, before, after: say(`role.${role}`) }),
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
      {/* Empty again once there is somebody more. */}
      <AddPerson key={items.length} onAdd={askToAdd} />
      {ask ? <ConfirmDialog ask={ask} onClose={() => setAsk(null)} /> : null}
    </div>
  );
}
