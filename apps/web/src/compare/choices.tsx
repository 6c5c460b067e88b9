import { memo, useId } from "react";
import { usePageText } from "../text/page-text.tsx";
import { field } from "../ui/field.ts";
import type { Comparable } from "./state.ts";

type Props = {
  all: readonly Comparable[];
  shown: Comparable;
  from: number;
  to: number;
  onIndicator: (code: string) => void;
  onYears: (years: { from?: number; to?: number }) => void;
};

/** Which indicator, from which year to which. Remembered: it has a hundred years to choose from, and an economy that comes or goes changes none. */
export const Choices = memo(function Choices({ all, shown, from, to, onIndicator, onYears }: Props) {
  const { say } = usePageText();
  const span = Array.from({ length: shown.to - shown.from + 1 }, (_, i) => shown.from + i);
  const id = useId();
  const label = "block text-xs font-semibold text-soft";
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-[minmax(0,1fr)_8rem_8rem]">
      <div className="col-span-2 sm:col-span-1">
        <label htmlFor={`${id}-indicator`} className={label}>
          {say("compare.indicator")}
        </label>
        <select
          id={`${id}-indicator`}
          className={`${field} mt-1`}
          value={shown.indicator.code}
          onChange={(event) => onIndicator(event.target.value)}
        >
          {all.map(({ indicator }) => (
            <option key={indicator.code} value={indicator.code}>
              {indicator.name}
            </option>
          ))}
        </select>
      </div>
      {(["from", "to"] as const).map((end) => (
        <div key={end}>
          <label htmlFor={`${id}-${end}`} className={label}>
            {say(`compare.${end}`)}
          </label>
          <select
            id={`${id}-${end}`}
            className={`${field} mt-1`}
            value={end === "from" ? from : to}
            onChange={(event) => onYears({ [end]: Number(event.target.value) })}
          >
            {span.map((year) => (
              <option key={year} value={year} disabled={end === "from" ? year > to : year < from}>
                {year}
              </option>
            ))}
          </select>
        </div>
      ))}
    </div>
  );
});
