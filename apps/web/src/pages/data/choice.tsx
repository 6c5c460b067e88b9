import type { ReactNode } from "react";
import type { Named } from "../../text/fold.ts";
import { useText } from "../../text/text.tsx";
import { Chips } from "../../ui/chips.tsx";
import { field } from "../../ui/field.ts";
import { TickBox } from "../../ui/fields.tsx";

type Props = {
  /** The parameter of the address, which every box has. */
  name: "indicator" | "area";
  label: string;
  /** What opens the list, and what its field says. */
  open: string;
  hint: string;
  options: readonly Named[];
  chosen: readonly string[];
  children: ReactNode;
};

/** Some of many names: those chosen, each with a way to take it out, and all of them as boxes, found by typing (islands/find.ts). */
export function Choice({ name, label, open, hint, options, chosen, children }: Props) {
  const { say } = useText();
  const left = (code: string) => {
    const codes = chosen.filter((one) => one !== code);
    return { [name]: codes.length > 0 ? codes : undefined, page: undefined };
  };
  // What an address asks for can be unknown on its day.
  const unknown = chosen.filter((code) => !options.some(({ value }) => value === code));
  const all: Named[] = [...options, ...unknown.map((code) => ({ value: code, label: code }))];
  const labels = new Map(all.map((option) => [option.value, option.label]));
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-semibold">{label}</legend>
      <Chips items={chosen.map((code) => ({ code, label: labels.get(code) ?? code, change: left(code) }))} />
      {children}
      <details id={`${name}-choice`} className="more mt-1">
        <summary id={`${name}-open`}>{open}</summary>
        <div className="needs-script mt-1 flex items-center">
          <input
            id={`${name}-find`}
            type="search"
            data-find={`${name}-options`}
            autoComplete="off"
            placeholder={hint}
            aria-label={hint}
            aria-describedby={`${name}-found`}
            className={field}
          />
          <span
            id={`${name}-found`}
            role="status"
            data-none={say("combobox.none")}
            className="text-xs whitespace-nowrap text-soft not-empty:ms-3"
          />
        </div>
        <ul
          id={`${name}-options`}
          className="mt-2 max-h-72 overflow-y-auto rounded-[4px] border border-line-strong bg-surface px-3 py-1"
        >
          {all.map(({ value, label: text, code, also = [] }) => (
            <li key={value} data-also={[code, ...also].filter((one) => one && one !== text).join("|") || undefined}>
              <TickBox name={name} value={value} isTicked={chosen.includes(value)}>
                {text}
              </TickBox>
            </li>
          ))}
        </ul>
      </details>
    </fieldset>
  );
}
