import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Answer, paths, send, staffRead } from "../session/client.ts";
import { problemText } from "../session/problem-text.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { useTitle } from "../ui/error-page.tsx";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { AddPerson } from "./add-person.tsx";
import { type Made, OneTimeLink } from "./one-time-link.tsx";
import { PersonRow } from "./person-row.tsx";

type People = Answer<typeof paths.staff.$get>;
const peopleRead = () => staffRead<People>(paths.staff.$path());

/** Who works here: added, given another role, disabled, reset; the one-time link is shown once. */
export function PeoplePage() {
  const text = useStaffText();
  const { say } = text;
  const queries = useQueryClient();
  useTitle(say("staffNav.people"));
  const people = useQuery({ ...peopleRead(), throwOnError: true });
  const [made, setMade] = useState<Made | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: ["staff"] });
  const change = useMutation({
    mutationFn: ({ id, ...json }: { id: string; role?: string; disabled?: boolean }) =>
      send<People>(paths.staff[":id"].$path({ param: { id } }), { method: "PATCH", json }),
    onSettled: refresh,
  });
  const reset = useMutation({
    mutationFn: async (person: { id: string; name: string }) => ({
      ...(await send<{ path: string; expiresAt: string }>(
        paths.staff[":id"].reset.$path({ param: { id: person.id } }),
        {
          method: "POST",
        },
      )),
      name: person.name,
    }),
    onSuccess: setMade,
    onSettled: refresh,
  });
  if (!people.data) return <PageSkeleton />;
  const problem = change.error ?? reset.error;
  return (
    <div className="py-6 sm:py-8">
      <h1 className="text-2xl">{say("staffNav.people")}</h1>
      <p className="measure mt-2 text-soft">{say("people.body")}</p>
      {problem ? (
        <p role="alert" className="mt-4 text-sm font-semibold text-(--moving-away)">
          {problemText(problem, text)}
        </p>
      ) : null}
      {made ? <OneTimeLink made={made} /> : null}
      <ul className="mt-6 max-w-4xl divide-y divide-line border-y border-line">
        {people.data.items.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            onRole={(role) => change.mutate({ id: person.id, role })}
            onDisable={(disabled) => change.mutate({ id: person.id, disabled })}
            onReset={() => {
              if (window.confirm(say("people.resetSure", { name: person.name }))) reset.mutate(person);
            }}
          />
        ))}
      </ul>
      <AddPerson
        onAdded={(link) => {
          setMade(link);
          void refresh();
        }}
      />
    </div>
  );
}
