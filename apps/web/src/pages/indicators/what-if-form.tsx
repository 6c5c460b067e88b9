import { useAddress } from "../../address/address.ts";
import { SamePageLink } from "../../address/page-link.tsx";
import type { Indicator } from "../../client/api.ts";
import { HiddenFields } from "../../document/hidden-fields.tsx";
import { useText } from "../../text/text.tsx";
import { field } from "../../ui/field.ts";
import { isOfEdition } from "../../words/format.ts";

type Props = {
  indicator: Indicator;
  years: number[];
  /** What the address assumes, the figure as a reader writes it, and what is wrong with that. */
  year: number | undefined;
  typed: string | undefined;
  error: string | null;
};

const NOTHING = { ifYear: undefined, ifValue: undefined, ifTyped: undefined };

/** Takes an assumed figure in the reader's own number format; the server puts it into the address as it is published. */
export function WhatIfForm({ indicator, years, year, typed, error }: Props) {
  const { say } = useText();
  const { path, search } = useAddress();
  return (
    // A browser gives the keyboard to what an address names: a reader is back in the field, with the answer below it.
    <form method="get" action={`${path}#what-if-value`} className="mt-4 flex flex-wrap items-end gap-3">
      <HiddenFields search={{ ...search, ...NOTHING }} />
      <label className="text-xs font-semibold text-soft">
        {say(isOfEdition(indicator.valueKind) ? "whatIf.edition" : "whatIf.year")}
        <select name="ifYear" defaultValue={year} className={`${field} mt-1 block min-w-28`}>
          {years.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <label className="text-xs font-semibold text-soft">
        {say("whatIf.value", { unit: indicator.unit })}
        <input
          id="what-if-value"
          name="ifTyped"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          required
          defaultValue={typed}
          aria-invalid={error !== null}
          aria-describedby={error === null ? undefined : "what-if-error"}
          className={`${field} mt-1 block max-w-40 scroll-mt-48`}
        />
      </label>
      <button type="submit" className="button button-main">
        {say("whatIf.show")}
      </button>
      {year === undefined ? null : (
        <SamePageLink change={NOTHING} className="button">
          {say("whatIf.clear")}
        </SamePageLink>
      )}
      <p id="what-if-error" role="alert" className="w-full text-sm font-semibold text-(--status)" data-class="missed">
        {error}
      </p>
    </form>
  );
}
