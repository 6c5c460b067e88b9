import { useState, useSyncExternalStore } from "react";
import { useText } from "../text/text.tsx";
import { Menu } from "./menu.tsx";

const CHOICES = ["light", "dark", "system"] as const;
type Choice = (typeof CHOICES)[number];

function stored(): Choice {
  try {
    const choice = localStorage.getItem("theme");
    return choice === "light" || choice === "dark" ? choice : "system";
  } catch {
    return "system";
  }
}

const never = () => () => {};

/** Light, dark, or as the device has it. `public/theme.js` applies the choice. */
export function ThemeSwitch() {
  const { say } = useText();
  // The server cannot know what this device keeps, so the page starts as the server drew it.
  const kept = useSyncExternalStore(never, stored, () => "system" as const);
  const [chosen, setChoice] = useState<Choice | null>(null);
  const choice = chosen ?? kept;
  const choose = (next: Choice) => {
    setChoice(next);
    try {
      localStorage.setItem("theme", next);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
    window.dispatchEvent(new Event("themechange"));
  };
  return (
    <Menu
      label={say("theme.label")}
      button={
        <svg viewBox="0 0 20 20" className="size-5" aria-hidden="true">
          <circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
          <path d="M10 2.500a7.5 7.5 0 0 1 0 15z" fill="currentColor" />
        </svg>
      }
    >
      <fieldset>
        <legend className="mb-2 text-sm font-semibold">{say("theme.label")}</legend>
        {CHOICES.map((option) => (
          <label key={option} className="flex min-h-10 cursor-pointer items-center gap-3 text-sm">
            <input
              type="radio"
              name="theme"
              className="size-4 accent-(--accent)"
              checked={choice === option}
              onChange={() => choose(option)}
            />
            {say(`theme.${option}`)}
          </label>
        ))}
      </fieldset>
    </Menu>
  );
}
