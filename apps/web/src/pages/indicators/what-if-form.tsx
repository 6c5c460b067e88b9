import { SamePageLink } from "../../address/page-link.tsx";
import type { Indicator } from "../../client/api.ts";
import { GetForm } from "../../document/get-form.tsx";
import { useText } from "../../text/text.tsx";
import { SelectField, sameWord, TextField } from "../../ui/fields.tsx";
import { isOfEdition } from "../../words/format.ts";

type Props = {
  indicator: Indicator;
  years: number[];
  /** The assumed year, the input as typed, and its error. */
  year: number | undefined;
  typed: string | undefined;
  error: string | null;
};

const NOTHING = { ifYear: undefined, ifValue: undefined, ifTyped: undefined };

/** Form for an assumed figure in the reader's number format; the server redirects to the canonical URL. */
export function WhatIfForm({ indicator, years, year, typed, error }: Props) {
  const { say } = useText();
  return (
    // A browser gives the keyboard to what an address names: a reader is back in the field, with the answer below it.
    <GetForm own={Object.keys(NOTHING)} hash="what-if-value" className="mt-4 flex flex-wrap items-end gap-3">
      <SelectField
        id="ifYear"
        label={say(isOfEdition(indicator.valueKind) ? "whatIf.edition" : "whatIf.year")}
        defaultValue={year}
        choices={years.map(sameWord)}
        className="min-w-28"
      />
      <TextField
        id="what-if-value"
        name="ifTyped"
        label={say("whatIf.value", { unit: indicator.unit })}
        inputMode="decimal"
        autoComplete="off"
        required
        defaultValue={typed}
        error={error}
        className="max-w-40 scroll-mt-48"
      />
      <button type="submit" className="button button-main">
        {say("whatIf.show")}
      </button>
      {year === undefined ? null : (
        <SamePageLink change={NOTHING} className="button">
          {say("whatIf.clear")}
        </SamePageLink>
      )}
    </GetForm>
  );
}
