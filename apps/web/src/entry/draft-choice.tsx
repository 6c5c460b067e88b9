import { useNavigate } from "@tanstack/react-router";
import { useStaffText } from "../text/staff-text.tsx";
import { field } from "../ui/field.ts";

type Props = { open: { id: number; title: string }[]; into: number | null };

/** Which draft a new figure goes into; figures of one draft are approved and published together. */
export function DraftChoice({ open, into }: Props) {
  const { say } = useStaffText();
  const navigate = useNavigate();
  if (open.length === 0) return null;
  return (
    <div className="mt-5 max-w-md">
      <label htmlFor="draft" className="block text-sm font-semibold">
        {say("form.draft")}
      </label>
      <select
        id="draft"
        className={`${field} mt-1`}
        value={into ?? "new"}
        onChange={(event) => {
          const draft = event.target.value;
          void navigate({ to: ".", search: (now) => ({ ...now, draft }) as never, replace: true });
        }}
      >
        {open.map(({ id, title }) => (
          <option key={id} value={id}>
            {say("form.draftOf", { id, title })}
          </option>
        ))}
        <option value="new">{say("form.draftNew")}</option>
      </select>
    </div>
  );
}
