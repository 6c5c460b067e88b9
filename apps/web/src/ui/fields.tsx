import { writtenDay } from "@moc2030/shared/text/written-day";
import { type ComponentProps, createContext, type ReactNode, use } from "react";
import { useAddress } from "../address/address.ts";
import { useText } from "../text/text.tsx";
import { field } from "./field.ts";

/** Field errors by id. */
export const FieldErrors = createContext<Readonly<Record<string, string>>>({});

/** `box` is the class of the wrapper, `className` that of the control. */
type Labels = { id: string; label: ReactNode; hint?: ReactNode; error?: string | null; box?: string | undefined };
type Tied = { id: string; name: string; "aria-describedby"?: string; "aria-invalid"?: true };
type Control<C extends "input" | "select" | "textarea"> = Labels &
  Omit<ComponentProps<C>, "onChange" | "id"> & { onChange?: (value: string) => void };

/** What is wrong with the field of that id. */
export const Wrong = ({ id, children }: { id: string; children: string | undefined }) =>
  children ? (
    <p id={`${id}-error`} className="mt-1 text-sm font-semibold text-(--danger)">
      {children}
    </p>
  ) : null;

/** Label, hint, error and control. The id is also the form field's name. */
export function Labelled(props: Labels & { children: (tied: Tied) => ReactNode }) {
  const { id, label, hint, box = "", children } = props;
  const errors = use(FieldErrors);
  const error = props.error ?? errors[id];
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={`${error ? "border-s-4 border-(--danger) ps-3" : ""} ${box}`}>
      <label htmlFor={id} className="block text-sm font-semibold">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="mt-0.5 text-xs text-soft">
          {hint}
        </p>
      ) : null}
      <Wrong id={id}>{error}</Wrong>
      <div className="mt-1">
        {children({
          id,
          name: id,
          ...(described && { "aria-describedby": described }),
          ...(error ? { "aria-invalid": true as const } : {}),
        })}
      </div>
    </div>
  );
}

/** A single-line field; `onChange` receives the value. */
export const TextField = ({ id, label, hint, error, box, className = "", onChange, ...own }: Control<"input">) => (
  <Labelled {...{ id, label, hint, box }} {...(error !== undefined && { error })}>
    {(tied) => (
      <input
        type="text"
        {...tied}
        {...own}
        onChange={onChange && ((event) => onChange(event.target.value))}
        className={`${field} ${className}`}
      />
    )}
  </Labelled>
);

/** A multi-line field. */
export const TextArea = ({ id, label, hint, box, className = "", onChange, ...own }: Control<"textarea">) => (
  <Labelled {...{ id, label, hint, box }}>
    {(tied) => (
      <textarea
        rows={2}
        {...tied}
        {...own}
        onChange={onChange && ((event) => onChange(event.target.value))}
        className={`${field} py-2 ${className}`}
      />
    )}
  </Labelled>
);

const DAY = String.raw`(\d{1,2}[\/.\-]\d{1,2}[\/.\-]\d{4}|\d{4}-\d{2}-\d{2})`;
const TIME = String.raw`[, T]+\d{1,2}:\d{2}`;

/**
 * A day in figures, as officials write it whatever the browser's language, or with `withTime` an instant. A script
 * refuses a day that there is not before it is sent (islands/days.ts); what an address says wrong stands in the field.
 */
export function DayField({ hint, withTime = false, ...own }: Control<"input"> & { withTime?: boolean }) {
  const { say } = useText();
  const wrong = useAddress().notUnderstood?.find(
    ({ name, text }) => name === (own.name ?? own.id) && writtenDay(text) === undefined,
  )?.text;
  const form = say(withTime ? "field.instant" : "field.day");
  const said = wrong === undefined ? {} : { defaultValue: wrong, error: say("field.noDay", { text: wrong }) };
  return (
    <TextField
      {...own}
      {...said}
      hint={
        <>
          {hint} <span className="block">{form}</span>
        </>
      }
      title={form}
      pattern={String.raw`\s*${DAY}${withTime ? TIME : ""}\s*`}
      data-day={withTime ? undefined : say("field.noDay", { text: "{text}" })}
      autoComplete="off"
    />
  );
}

export type Choice = { value: string; label: string };
/** A choice that is called what it is. */
export const sameWord = (value: string | number): Choice => ({ value: String(value), label: String(value) });

/** One of some choices. */
export const SelectField = ({ id, label, hint, box, none, className = "", onChange, choices, ...own }: Select) => (
  <Labelled {...{ id, label, hint, box }}>
    {(tied) => (
      <select
        {...tied}
        {...own}
        onChange={onChange && ((event) => onChange(event.target.value))}
        className={`${field} ${className}`}
      >
        {none === undefined ? null : <option value="">{none}</option>}
        {choices.map(({ value, label: word }) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    )}
  </Labelled>
);
/** `none` is what choosing nothing is called, where one may. */
type Select = Control<"select"> & { none?: string; choices: readonly Choice[] };

type RadioProps<V extends string> = {
  name: string;
  /** Omitted where a heading serves as the legend. */
  legend?: string;
  choices: readonly { value: V; label: string }[];
  value: V;
  onChange: (value: V) => void;
};

/** Radio buttons. The first has the name as its id, as the target of an error summary. */
export function RadioGroup<V extends string>({ name, legend, choices, value: chosen, onChange }: RadioProps<V>) {
  const error = use(FieldErrors)[name];
  return (
    <fieldset aria-describedby={error ? `${name}-error` : undefined}>
      {legend ? <legend className="text-sm font-semibold">{legend}</legend> : null}
      <div className="mt-1 flex flex-wrap gap-x-6">
        {choices.map(({ value, label }, index) => (
          <label key={value} className="flex min-h-11 items-center gap-2 text-sm">
            <input
              type="radio"
              name={name}
              id={index === 0 ? name : undefined}
              className="size-5 shrink-0"
              checked={value === chosen}
              onChange={() => onChange(value)}
            />
            {label}
          </label>
        ))}
      </div>
      <Wrong id={name}>{error}</Wrong>
    </fieldset>
  );
}

type FileProps = Labels & { accept: string; disabled?: boolean; onFile: (file: File) => void };

/** A field that hands over the chosen file and is empty again, so that the same file can be chosen once more. */
export const FileField = ({ accept, disabled, onFile, ...labels }: FileProps) => (
  <Labelled {...labels}>
    {(tied) => (
      <input
        {...tied}
        {...{ type: "file", accept, disabled }}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = "";
          if (file) onFile(file);
        }}
        className="max-w-full text-sm file:me-3 file:min-h-11 file:rounded-[4px] file:border file:border-line-strong file:bg-surface file:px-4 file:font-semibold"
      />
    )}
  </Labelled>
);

type CheckProps = { label: ReactNode; checked: boolean; onChange: (checked: boolean) => void; className?: string };

/** A checkbox. */
export const CheckBox = ({ label, checked, onChange, className = "" }: CheckProps) => (
  <label className={`flex min-h-11 items-center gap-2 text-sm ${className}`}>
    <input
      type="checkbox"
      className="size-5 shrink-0"
      checked={checked}
      onChange={(event) => onChange(event.target.checked)}
    />
    {label}
  </label>
);

type CheckGroupProps = {
  name: string;
  legend: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Several of some choices. The first has the name as its id, as the target of an error summary. */
export function CheckGroup({ name, legend, choices, chosen, onChange }: CheckGroupProps) {
  const error = use(FieldErrors)[name];
  return (
    <fieldset aria-describedby={error ? `${name}-error` : undefined}>
      <legend className="text-sm font-semibold">{legend}</legend>
      <Wrong id={name}>{error}</Wrong>
      <div className="mt-1 grid gap-x-6 sm:grid-cols-2">
        {choices.map(({ value, label }, index) => (
          <label key={value} className="flex min-h-11 items-center gap-2 text-sm">
            <input
              type="checkbox"
              id={index === 0 ? name : undefined}
              className="size-5 shrink-0"
              checked={chosen.includes(value)}
              onChange={({ target: { checked } }) =>
                onChange(checked ? [...chosen, value] : chosen.filter((one) => one !== value))
              }
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type TickProps = { name: string; value: string; isTicked: boolean; children: ReactNode };

/** One of the values of a form's parameter, as the address has it. */
export const TickBox = ({ name, value, isTicked, children }: TickProps) => (
  <label className="flex min-h-9 cursor-pointer items-start gap-3 py-1.5 text-sm">
    <input
      type="checkbox"
      name={name}
      value={value}
      defaultChecked={isTicked}
      className="mt-0.5 size-4.5 shrink-0 accent-(--accent)"
    />{" "}
    {children}
  </label>
);
