import { useQuery } from "@tanstack/react-query";
import { useMe } from "../session/me.ts";
import { colleaguesRead } from "../submissions/reads.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { CheckBox, TextArea } from "../ui/fields.tsx";
import type { Typed } from "./early-readers.ts";

type Props = { typed: Typed; onChange: (typed: Typed) => void; author: string };

/** Who sees a scheduled publication before its instant: colleagues to choose, others a line each. */
export function EarlyReadersField({ typed, onChange, author }: Props) {
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
          <CheckBox
            key={id}
            label={`${name} (${say(`role.${role}`)})`}
            checked={typed.staff.includes(id)}
            onChange={(isChosen) =>
              onChange({ ...typed, staff: isChosen ? [...typed.staff, id] : typed.staff.filter((one) => one !== id) })
            }
          />
        ))}
      </fieldset>
      <TextArea
        id="early-others"
        label={say("early.others")}
        hint={say("early.othersHint")}
        value={typed.others}
        onChange={(others) => onChange({ ...typed, others })}
      />
    </fieldset>
  );
}
