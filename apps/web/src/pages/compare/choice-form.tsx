import { GetForm } from "../../document/get-form.tsx";
import { useText } from "../../text/text.tsx";
import { SelectField } from "../../ui/fields.tsx";
import type { Comparison } from "./comparison.ts";

/** Form for indicator and years. Defaults have an empty value, so that they stay out of the URL. */
export function ChoiceForm({ compared: { all, shown, years, usual } }: { compared: Comparison }) {
  const { say } = useText();
  const span = Array.from({ length: shown.to - shown.from + 1 }, (_, i) => shown.from + i);
  /** Submits on change. Runs in the explorer only: the document is not hydrated. */
  const send = (id: string) => () => (document.getElementById(id) as HTMLSelectElement).form?.requestSubmit();
  return (
    <GetForm
      own={["indicator", "from", "to"]}
      className="grid grid-cols-2 items-end gap-3 sm:grid-cols-[minmax(0,1fr)_8rem_8rem_auto]"
    >
      <SelectField
        id="indicator"
        label={say("compare.indicator")}
        box="col-span-2 sm:col-span-1"
        value={shown === all[0] ? "" : shown.indicator.code}
        onChange={send("indicator")}
        choices={all.map(({ indicator: { code, name } }, index) => ({ value: index === 0 ? "" : code, label: name }))}
      />
      {(["from", "to"] as const).map((end, index) => {
        const value = (year: number) => (year === usual[index] ? "" : String(year));
        return (
          <SelectField
            key={end}
            id={end}
            label={say(`compare.${end}`)}
            value={value(years[index] ?? 0)}
            onChange={send(end)}
            choices={span.map((year) => ({ value: value(year), label: String(year) }))}
          />
        );
      })}
      <button type="submit" className="button justify-self-start">
        {say("compare.show")}
      </button>
    </GetForm>
  );
}
