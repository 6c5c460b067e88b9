import { type KeyboardEvent, useId, useRef, useState } from "react";
import { matching, type Named } from "../text/fold.ts";
import { useText } from "../text/text.tsx";
import { field } from "./field.ts";
import { Wrong } from "./fields.tsx";

export type Option = Named;
type Props = {
  /** Of the field, where something leads to it. */
  id?: string;
  label: string;
  placeholder?: string;
  error?: string | undefined;
  options: readonly Option[];
  onFocus?: () => void;
  onChoose: (value: string) => void;
};

/** Options shown at most. */
const SHOWN = 40;

/** A combobox (ARIA list autocomplete) that matches without diacritics. */
export function Combobox({ id: given, label, placeholder, error, options, onFocus, onChoose }: Props) {
  const { say } = useText();
  const own = useId();
  const id = given ?? own;
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState("");
  const [isOpen, setIsOpen] = useState(false);
  const [at, setAt] = useState(0);
  const found = matching(options, typed);
  const shown = found.slice(0, SHOWN);
  const active = Math.min(at, shown.length - 1);

  const choose = (value: string) => {
    onChoose(value);
    setTyped("");
    setAt(0);
    setIsOpen(false);
  };
  const move = (to: number) => {
    setIsOpen(true);
    setAt(to);
    list.current?.children[to]?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = shown.length - 1;
    const steps: Record<string, () => void> = {
      ArrowDown: () => move(isOpen ? Math.min(active + 1, last) : active),
      ArrowUp: () => move(isOpen ? Math.max(active - 1, 0) : active),
      Enter: () => isOpen && shown[active] && choose(shown[active].value),
      Escape: () => (isOpen ? setIsOpen(false) : setTyped("")),
    };
    const step = steps[event.key];
    if (!step || event.nativeEvent.isComposing) return;
    event.preventDefault();
    step();
  };
  return (
    <div className="relative">
      <label htmlFor={id} className="block text-sm font-semibold">
        {label}
      </label>
      <Wrong id={id}>{error}</Wrong>
      <input
        id={id}
        role="combobox"
        type="text"
        autoComplete="off"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && shown[active] ? `${id}-${shown[active].value}` : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
          setIsOpen(true);
        }}
        onFocus={onFocus}
        onClick={() => setIsOpen(true)}
        onBlur={() => setIsOpen(false)}
        onKeyDown={onKeyDown}
        className={`${field} mt-1`}
      />
      {/* An empty list would be a list box without options, which screen readers stumble over. */}
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        hidden={!isOpen || shown.length === 0}
        className="panel absolute inset-x-0 z-20 mt-1 max-h-72 overflow-y-auto py-1 shadow-lg"
      >
        {shown.map(({ value, label: name }, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, which names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field
          <div
            key={value}
            id={`${id}-${value}`}
            role="option"
            aria-selected={index === active}
            // Keeps the focus in the field, whose blur would remove the list before the click.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(value)}
            onPointerMove={() => setAt(index)}
            className="flex min-h-10 cursor-pointer items-center justify-between gap-3 px-3 py-1.5 text-sm aria-selected:bg-accent-tint"
          >
            {name}
            <span className="text-xs text-soft">{value}</span>
          </div>
        ))}
      </div>
      {isOpen && shown.length === 0 ? (
        <p className="panel absolute inset-x-0 z-20 mt-1 px-3 py-2.5 text-sm text-soft shadow-lg">
          {say("combobox.none")}
        </p>
      ) : null}
      <span className="sr-only" role="status">
        {isOpen && typed ? say("combobox.found", { n: found.length }) : ""}
      </span>
    </div>
  );
}
