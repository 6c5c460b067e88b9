import { type Role, roles } from "@moc2030/shared/actions";
import { useStaffText } from "../text/staff-text.tsx";

type Props = {
  person: { id: string; name: string; email: string; role: Role; ready: boolean; disabled: boolean };
  onRole: (role: Role) => void;
  onDisable: (disabled: boolean) => void;
  onReset: () => void;
};

/** One of the staff, and what an administrator can do. */
export function PersonRow({ person, onRole, onDisable, onReset }: Props) {
  const { say } = useStaffText();
  const { id, name, email, role, ready, disabled } = person;
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
        value={role}
        onChange={(event) => onRole(event.target.value as Role)}
        className="min-h-11 rounded-[4px] border border-line-strong bg-surface px-2 text-sm"
      >
        {roles.map((one) => (
          <option key={one} value={one}>
            {say(`role.${one}`)}
          </option>
        ))}
      </select>
      <div className="flex gap-3">
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
