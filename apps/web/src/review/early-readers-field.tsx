import { useQuery } from "@tanstack/react-query";
import { useMe } from "../session/me.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { field } from "../ui/field.ts";
import { FormField } from "../ui/form-field.tsx";
import type { Typed } from "./early-readers.ts";
import { colleaguesRead } from "./reads.ts";

type Props = { typed: Typed; onChange: (typed: Typed) => void; author: string; error: string | undefined };

/** Who sees a scheduled publication before its instant: colleagues to choose, others a line each. */
export function EarlyReadersField({ typed, onChange, author, error }: Props) {
  const { say } = useStaffText();
  const me = useMe();
  const colleagues = useQuery(colleaguesRead()).data?.items.filter(({ id }) => id !== me.id && id !== author) ?? [];
  return (
    <fieldset className="space-y-3">
      <legend className="text-sm font-semibold">{say("early.title")}</legend>
      <p className="text-xs text-soft">{say("early.titleHint")}</p>
      <fieldset>
        <legend className="text-sm">{say("early.colleagues")}</legend>
        {colleagues.map(({ id, name, role }) => (
          <label key={id} className="flex min-h-9 items-center gap-2 text-sm">
            <input
              type="checkbox"
              checked={typed.staff.includes(id)}
              onChange={(event) =>
                onChange({
                  ...typed,
                  staff: event.target.checked ? [...typed.staff, id] : typed.staff.filter((one) => one !== id),
                })
              }
            />
            {name} ({say(`role.${role}`)})
          </label>
        ))}
      </fieldset>
      <FormField id="early-others" label={say("early.others")} hint={say("early.othersHint")} error={error}>
        {(tied) => (
          <textarea
            {...tied}
            rows={2}
            value={typed.others}
            onChange={(event) => onChange({ ...typed, others: event.target.value })}
            className={`${field} py-2`}
          />
        )}
      </FormField>
    </fieldset>
  );
}
