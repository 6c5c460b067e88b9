import type { ChangeEvent } from "react";
import { useAddress } from "../../address/address.ts";
import { HiddenFields } from "../../document/hidden-fields.tsx";
import { useText } from "../../text/text.tsx";
import { field } from "../../ui/field.ts";
import type { Comparison } from "./comparison.ts";

/** In the explorer a choice is sent at once. */
const send = ({ currentTarget }: ChangeEvent<HTMLSelectElement>) => currentTarget.form?.requestSubmit();

/** Which indicator, from which year to which. What the page shows by itself is chosen by saying nothing. */
export function ChoiceForm({ compared: { all, shown, years, usual } }: { compared: Comparison }) {
  const { say } = useText();
  const { path, search } = useAddress();
  const span = Array.from({ length: shown.to - shown.from + 1 }, (_, i) => shown.from + i);
  const label = "block text-xs font-semibold text-soft";
  const kept = { ...search, indicator: undefined, from: undefined, to: undefined };
  return (
    <form
      method="get"
      action={path}
      className="grid grid-cols-2 items-end gap-3 sm:grid-cols-[minmax(0,1fr)_8rem_8rem_auto]"
    >
      <HiddenFields search={kept} />
      <label className={`${label} col-span-2 sm:col-span-1`}>
        {say("compare.indicator")}
        <select
          name="indicator"
          className={`${field} mt-1`}
          value={shown === all[0] ? "" : shown.indicator.code}
          onChange={send}
        >
          {all.map(({ indicator: { code, name } }, index) => (
            <option key={code} value={index === 0 ? "" : code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {(["from", "to"] as const).map((end, index) => {
        const value = (year: number) => (year === usual[index] ? "" : String(year));
        return (
          <label key={end} className={label}>
            {say(`compare.${end}`)}
            <select name={end} className={`${field} mt-1`} value={value(years[index] ?? 0)} onChange={send}>
              {span.map((year) => (
                <option key={year} value={value(year)}>
                  {year}
                </option>
              ))}
            </select>
          </label>
        );
      })}
      <button type="submit" className="button justify-self-start">
        {say("compare.show")}
      </button>
    </form>
  );
}
