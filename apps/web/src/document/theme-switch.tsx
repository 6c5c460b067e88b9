import { useText } from "../text/text.tsx";
import { Icon } from "../ui/icon.tsx";
import { Menu } from "../ui/menu.tsx";

/** Theme selection: light, dark or system (islands/theme.ts). */
export function ThemeSwitch() {
  const { say } = useText();
  return (
    <div className="needs-script">
      <Menu
        label={say("theme.label")}
        button={
          <Icon>
            <circle cx="10" cy="10" r="7.5" />
            <path d="M10 2.500a7.5 7.5 0 0 1 0 15z" fill="currentColor" stroke="none" />
          </Icon>
        }
      >
        <fieldset>
          <legend className="mb-2 text-sm font-semibold">{say("theme.label")}</legend>
          {(["light", "dark", "system"] as const).map((option) => (
            <label key={option} className="flex min-h-10 cursor-pointer items-center gap-3 text-sm">
              <input
                type="radio"
                name="theme"
                value={option}
                defaultChecked={option === "system"}
                className="size-4 accent-(--accent)"
              />{" "}
              {say(`theme.${option}`)}
            </label>
          ))}
        </fieldset>
      </Menu>
    </div>
  );
}
