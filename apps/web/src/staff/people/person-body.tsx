import { useQuery } from "@tanstack/react-query";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { today } from "../../document/today.ts";
import { useStaffText } from "../../text/staff-text.tsx";
import { Problem } from "../../ui/problem.tsx";
import { paths, send } from "../session/client.ts";
import { useChange } from "../session/form.tsx";

type Props = { person: { id: string; name: string; body: string | null } };

/** The body that a person works for, among those that exist now. */
export function PersonBody({ person: { id, name, body } }: Props) {
  const { say } = useStaffText();
  const bodies = useQuery(api.bodies(useView())).data?.items ?? [];
  const change = useChange((chosen: string | null) =>
    send(paths.staff[":id"].$path({ param: { id } }), { method: "PATCH", json: { body: chosen } }),
  );
  const now = bodies.filter(({ to }) => to === null || to >= today());
  return (
    <div className="text-sm">
      <label htmlFor={`body-${id}`} className="sr-only">
        {say("people.bodyOf", { name })}
      </label>
      <select
        id={`body-${id}`}
        value={body ?? ""}
        onChange={(event) => change.run(event.target.value || null)}
        className="min-h-11 max-w-60 rounded-[4px] border border-line-strong bg-surface px-2"
      >
        <option value="">{say("people.noBody")}</option>
        {/* One that has ended stays until another is chosen. */}
        {body !== null && !now.some((one) => one.id === body) ? (
          <option value={body}>{bodies.find((one) => one.id === body)?.name ?? body}</option>
        ) : null}
        {now.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
      <Problem>{change.problem}</Problem>
    </div>
  );
}
