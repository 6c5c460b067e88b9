import { COUNTRY } from "@moc2030/shared/country";
import { useMemo } from "react";
import type { Area } from "../api.ts";
import { areaOptions } from "../area-options.ts";
import type { Compared } from "../positions.ts";
import { usePageText } from "../text/page-text.tsx";
import { Combobox } from "../ui/combobox.tsx";
import { GROUP, MOST_LINES } from "./state.ts";

type Props = {
  areas: readonly Area[];
  chosen: readonly string[];
  lines: readonly Compared[];
  onChange: (areas: readonly string[]) => void;
  onHighlight: (area: string | null) => void;
  members: readonly string[];
};

/** The economies compared: take one out, find another, or begin anew from ASEAN or from Viet Nam alone. */
export function ChosenAreas({ areas, chosen, lines, onChange, onHighlight, members }: Props) {
  const { say, lang } = usePageText();
  const nameOf = new Map(areas.map((area) => [area.code, area.name]));
  const drawn = lines.filter((line) => line.figures.some((o) => o.value !== null)).map((line) => line.area);
  const without = lines.filter((line) => !drawn.includes(line.area)).map((line) => line.area);
  const isFull = drawn.length >= MOST_LINES;
  const isGroup = members.length === chosen.length && members.every((code) => chosen.includes(code));
  const economies = useMemo(
    () =>
      areaOptions(
        areas.filter(({ kind }) => kind === "economy"),
        lang,
      ),
    [areas, lang],
  );
  const options = economies.filter(({ value }) => !chosen.includes(value));
  return (
    <fieldset className="mt-4">
      <legend className="text-xs font-semibold text-soft">{say("compare.areas", { n: chosen.length })}</legend>
      <ul className="mt-1.5 flex flex-wrap gap-2">
        {chosen.map((code) => (
          <li key={code}>
            <button
              type="button"
              className={`inline-flex min-h-9 items-center gap-2 rounded-full border px-3 text-sm ${
                code === COUNTRY ? "border-accent font-semibold text-accent" : "border-line-strong"
              } ${without.includes(code) ? "border-dashed text-soft" : ""}`}
              disabled={chosen.length === 1}
              onMouseEnter={() => onHighlight(code)}
              onMouseLeave={() => onHighlight(null)}
              onFocus={() => onHighlight(code)}
              onBlur={() => onHighlight(null)}
              onClick={() => onChange(chosen.filter((other) => other !== code))}
            >
              <span className="sr-only">{say("compare.remove")} </span>
              {nameOf.get(code) ?? code}
              <svg viewBox="0 0 10 10" className="size-2.5" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
                <path d="m1 1 8 8M9 1 1 9" />
              </svg>
            </button>
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap items-end gap-3">
        <div className="w-full sm:w-80">
          {isFull ? (
            <p className="text-sm text-soft">{say("compare.full", { n: MOST_LINES })}</p>
          ) : (
            <Combobox
              label={say("compare.add")}
              placeholder={say("compare.addHint")}
              options={options}
              onChoose={(code) => onChange([...chosen, code])}
            />
          )}
        </div>
        <button
          type="button"
          className="button disabled:border-line disabled:text-soft"
          disabled={isGroup}
          onClick={() => onChange(members)}
        >
          {GROUP}
        </button>
        <button
          type="button"
          className="button disabled:border-line disabled:text-soft"
          disabled={chosen.length === 1 && chosen[0] === COUNTRY}
          onClick={() => onChange([COUNTRY])}
        >
          {say("compare.only")}
        </button>
      </div>
      {without.length > 0 ? (
        <p className="mt-3 text-sm text-soft">
          {say("compare.without", { names: without.map((code) => nameOf.get(code) ?? code).join(", ") })}
        </p>
      ) : null}
    </fieldset>
  );
}
