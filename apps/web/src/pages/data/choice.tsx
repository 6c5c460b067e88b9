import type { ReactNode } from "react";
import type { Named } from "../../text/fold.ts";
import { useText } from "../../text/text.tsx";
import { Chips } from "../../ui/chips.tsx";
import { field } from "../../ui/field.ts";
import { TickBox } from "../../ui/fields.tsx";

type Props = {
  /** Query parameter, and the `name` of every checkbox. */
  name: "indicator" | "area";
  label: string;
  /** Summary of the collapsed list, and placeholder of its search field. */
  open: string;
  hint: string;
  options: readonly Named[];
  chosen: readonly string[];
  /** Set where `options` are those that the server found among all. */
  among?: { all: number; find: string } | undefined;
  children: ReactNode;
};

/**
 * A multi-select: the selected options as removable chips, and all options as checkboxes that islands/find.ts filters.
 */
export function Choice({ name, label, open, hint, options, chosen, among, children }: Props) {
  const { say } = useText();
  const without = (code: string) => {
    const codes = chosen.filter((one) => one !== code);
    return { [name]: codes.length > 0 ? codes : undefined, page: undefined };
  };
  // A code in the query may not exist yet on the as-of date.
  const unknown = chosen.filter((code) => !options.some(({ value }) => value === code));
  const all: Named[] = [...options, ...unknown.map((code) => ({ value: code, label: code }))];
  const labels = new Map(all.map((option) => [option.value, option.label]));
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-semibold">{label}</legend>
      <Chips items={chosen.map((code) => ({ code, label: labels.get(code) ?? code, change: without(code) }))} />
      {children}
      <details id={`${name}-choice`} className="more mt-1" open={among?.find ? true : undefined}>
        <summary id={`${name}-open`}>{open}</summary>
        {among ? (
          <>
            <input
              name="find"
              type="search"
              defaultValue={among.find}
              aria-label={hint}
              placeholder={hint}
              className={field}
            />
            <p className="mt-1 text-xs text-soft">{say("data.listed", { n: options.length, all: among.all })}</p>
          </>
        ) : (
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
        )}
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
