import { use } from "react";
import { useText } from "../text/text.tsx";
import { Combobox } from "./combobox.tsx";
import { Cross } from "./cross.tsx";
import { type Choice, FieldErrors } from "./fields.tsx";

type Props = {
  /** Also the id of the field. */
  name: string;
  label: string;
  placeholder: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Several of many choices, found by their names. Those chosen stand below, each with a button that takes it out. */
export function ChooseMany({ name, label, placeholder, choices, chosen, onChange }: Props) {
  const { say } = useText();
  const error = use(FieldErrors)[name];
  const isChosen = ({ value }: Choice) => chosen.includes(value);
  return (
    <div className={error ? "border-s-4 border-(--danger) ps-3" : ""}>
      <Combobox
        {...{ id: name, label, placeholder, error }}
        options={choices.filter((one) => !isChosen(one))}
        onChoose={(value) => onChange([...chosen, value])}
      />
      <ul className="mt-2 flex flex-wrap gap-2">
        {choices.filter(isChosen).map(({ value, label: word }) => (
          <li key={value} className="max-w-full">
            <button
              type="button"
              onClick={() => {
                onChange(chosen.filter((one) => one !== value));
                // The button is gone with what it takes out.
                document.getElementById(name)?.focus();
              }}
              className="inline-flex min-h-9 max-w-full items-center gap-2 rounded-full border border-line-strong bg-surface px-3 py-1 text-start text-sm"
            >
              <span>
                <span className="sr-only">{say("chips.remove")} </span>
                {word}
              </span>
              <Cross />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
