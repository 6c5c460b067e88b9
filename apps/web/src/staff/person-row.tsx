import { type Role, roles } from "@moc2030/shared/actions";
import { useState } from "react";
import { useStaffText } from "../text/staff-text.tsx";

type Props = {
  person: { id: string; name: string; email: string; role: Role; ready: boolean; disabled: boolean };
  isMe: boolean;
  onRole: (role: Role) => void;
  onDisable: (disabled: boolean) => void;
  onReset: () => void;
};

/** One of the staff, and what an administrator can do. Choosing a role does nothing yet: the button beside it asks. */
export function PersonRow({ person, isMe, onRole, onDisable, onReset }: Props) {
  const { say } = useStaffText();
  const { id, name, email, role, ready, disabled } = person;
  const [chosen, setChosen] = useState(role);
  const whose = <span className="sr-only"> {name}</span>;
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-semibold">{name}</p>
        <p className="text-sm break-all text-soft">
          {email}
          {disabled ? `, ${say("people.disabled")}` : ready ? "" : `, ${say("people.notReady")}`}
        </p>
      </div>
      <label htmlFor={`role-${id}`} className="sr-only">
        {say("people.role", { name })}
      </label>
      <select
        id={`role-${id}`}
        value={chosen}
        disabled={isMe}
        title={isMe ? say("people.ownRole") : undefined}
        onChange={(event) => setChosen(event.target.value as Role)}
        className="min-h-11 rounded-[4px] border border-line-strong bg-surface px-2 text-sm"
      >
        {roles.map((one) => (
          <option key={one} value={one}>
            {say(`role.${one}`)}
          </option>
        ))}
      </select>
      <div className="flex flex-wrap gap-3">
        {chosen === role ? null : (
          <button type="button" className="button button-main" onClick={() => onRole(chosen)}>
            {say("people.changeRole")}
            {whose}
          </button>
        )}
        <button type="button" className="button" onClick={onReset}>
          {say("people.reset")}
          {whose}
        </button>
        <button type="button" className="button" onClick={() => onDisable(!disabled)}>
          {say(disabled ? "people.enable" : "people.disable")}
          {whose}
        </button>
      </div>
    </li>
  );
}
