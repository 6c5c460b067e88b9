import { useNavigate } from "@tanstack/react-router";
import { useId, useState } from "react";
import type { Indicator } from "../api.ts";
import { isOfEdition, number } from "../format.ts";
import { usePageText } from "../text/page-text.tsx";
import { field } from "../ui/field.ts";
import { type Assumed, readAssumed } from "./what-if.ts";

type Props = { indicator: Indicator; years: number[]; assumed: Assumed | null };

/** Takes an assumed figure in the reader's own number format; what is taken goes into the address. */
export function WhatIfForm({ indicator, years, assumed }: Props) {
  const text = usePageText();
  const { say, lang } = text;
  const navigate = useNavigate({ from: "/indicators/$code" });
  const id = useId();
  const [error, setError] = useState<string | null>(null);
  return (
    <form
      noValidate
      className="mt-4 flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const given = new FormData(event.currentTarget);
        const read = readAssumed(String(given.get("value") ?? ""), indicator, text);
        setError(read.ok ? null : read.message);
        if (!read.ok) return document.getElementById(`${id}-value`)?.focus();
        const ifYear = Number(given.get("year"));
        return void navigate({
          search: (now) => ({ ...now, ifYear, ifValue: read.text }),
          resetScroll: false,
        });
      }}
    >
      <div>
        <label htmlFor={`${id}-year`} className="block text-xs font-semibold text-soft">
          {say(isOfEdition(indicator.valueKind) ? "whatIf.edition" : "whatIf.year")}
        </label>
        <select
          key={assumed?.timePeriod}
          id={`${id}-year`}
          name="year"
          defaultValue={assumed?.timePeriod}
          className={`${field} mt-1 min-w-28`}
        >
          {years.map((year) => (
            <option key={year}>{year}</option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={`${id}-value`} className="block text-xs font-semibold text-soft">
          {say("whatIf.value", { unit: indicator.unit })}
        </label>
        <input
          key={`${assumed?.value} ${lang}`}
          id={`${id}-value`}
          name="value"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={assumed ? number(assumed.value, lang) : ""}
          aria-invalid={error !== null}
          aria-describedby={error === null ? undefined : `${id}-error`}
          className={`${field} mt-1 max-w-40`}
        />
      </div>
      <button type="submit" className="button button-main">
        {say("whatIf.show")}
      </button>
      {assumed ? (
        <button
          type="button"
          className="button"
          onClick={() => {
            setError(null);
            void navigate({ search: ({ ifYear, ifValue, ...now }) => now, resetScroll: false });
          }}
        >
          {say("whatIf.clear")}
        </button>
      ) : null}
      <p id={`${id}-error`} role="alert" className="w-full text-sm font-semibold text-(--status)" data-class="missed">
        {error}
      </p>
    </form>
  );
}
