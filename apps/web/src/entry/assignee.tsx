import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import { paths, send } from "../session/client.ts";
import { useStaffText } from "../text/staff-text.tsx";

type Person = { id: string; name: string };
type Props = { indicator: string; name: string; assignee: Person | null; colleagues: Person[] | null };

/** Which colleague looks after an indicator; a choice for those who may make it. */
export function Assignee({ indicator, name, assignee, colleagues }: Props) {
  const { say } = useStaffText();
  const queries = useQueryClient();
  const id = useId();
  const assign = useMutation({
    mutationFn: (staff: string | null) =>
      send(paths.entry.assignments[":indicator"].$path({ param: { indicator } }), { method: "PUT", json: { staff } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["staff"] }),
  });
  if (!colleagues)
    return (
      <p className="mt-1 text-sm text-soft">
        {say("wanted.assignee", { name: assignee?.name ?? say("wanted.nobody") })}
      </p>
    );
  return (
    <p className="mt-2 flex flex-wrap items-center gap-2 text-sm">
      <label htmlFor={id} className="text-soft">
        {say("wanted.assigneeLabel")}
        <span className="sr-only"> {name}</span>
      </label>
      <select
        id={id}
        className="min-h-9 rounded-[4px] border border-line-strong bg-surface px-2"
        value={assignee?.id ?? ""}
        onChange={(event) => assign.mutate(event.target.value || null)}
      >
        <option value="">{say("wanted.nobody")}</option>
        {colleagues.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
    </p>
  );
}
