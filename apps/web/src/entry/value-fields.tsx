import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { SIDE_FLAGS } from "../submissions/figure-words.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { field } from "../ui/field.ts";
import { FormField } from "../ui/form-field.tsx";
import type { Part } from "./form-part.ts";
import { laterFields, PlainFields } from "./plain-fields.tsx";
import type { EntryFigure } from "./reads.ts";

type Props = Part & {
  indicator: EntryFigure["indicator"];
  figureKey: EntryFigure["key"];
  compilers: { code: string; name: string }[];
};

const GRADES = ["final", "provisional", "estimate", "missing"] as const;
const MISSING = ["L", "M", "O"] as const;

/** The number and what is said of it: bound, grade, flags, pool, edition, publication. */
export function ValueFields({ indicator, figureKey, compilers, ...part }: Props) {
  const { values, set, errorOf, leave } = part;
  const { say, lang } = useStaffText();
  const navigate = useNavigate();
  // What comes with the published figure, such as a comment on its first estimate, is to be seen before it is kept.
  const [saysMore] = useState(
    values.valueLimit !== "" ||
      values.flags.length > 0 ||
      values.confidence !== "sourced" ||
      values.obsComVi + values.obsComEn !== "",
  );
  const isMissing = values.grade === "missing";
  const isRank = indicator.valueKind === "rank";
  return (
    <div className="space-y-5">
      <div className="flex flex-wrap items-start gap-4">
        <FormField
          id="value"
          label={say("form.value", { unit: indicator.unit })}
          hint={say(["rank", "count", "tier"].includes(indicator.valueKind) ? "form.valueHintWhole" : "form.valueHint")}
          error={errorOf("value")}
          className="w-full sm:w-56"
        >
          {(tied) => (
            <input
              {...tied}
              type="text"
              inputMode="decimal"
              autoComplete="off"
              disabled={isMissing}
              value={isMissing ? "" : values.value}
              onChange={(event) => set({ value: event.target.value })}
              onBlur={() => leave("value")}
              className={`${field} num text-lg font-semibold disabled:opacity-50`}
            />
          )}
        </FormField>
        {isRank ? (
          <FormField
            id="rankPool"
            label={say("form.pool")}
            hint={say("form.poolHint")}
            error={errorOf("rankPool")}
            className="w-full sm:w-44"
          >
            {(tied) => (
              <input
                {...tied}
                type="text"
                inputMode="numeric"
                autoComplete="off"
                value={values.rankPool}
                onChange={(event) => set({ rankPool: event.target.value })}
                onBlur={() => {
                  leave("rankPool");
                  leave("value");
                }}
                className={`${field} num`}
              />
            )}
          </FormField>
        ) : null}
      </div>
      <fieldset>
        <legend className="text-sm font-semibold">{say("form.grade")}</legend>
        <div className="mt-1 flex flex-wrap gap-x-6">
          {GRADES.map((grade) => (
            <label key={grade} className="flex min-h-11 items-center gap-2 text-sm">
              <input
                type="radio"
                name="grade"
                id={grade === "final" ? "obsStatus" : undefined}
                className="size-5"
                checked={values.grade === grade}
                onChange={() => set({ grade })}
              />
              {say(`grade.${grade}`)}
            </label>
          ))}
        </div>
        {isMissing ? (
          <select
            aria-label={say("form.missingWhy")}
            value={values.missing}
            onChange={(event) => set({ missing: event.target.value as (typeof MISSING)[number] })}
            className={`${field} mt-1 max-w-md`}
          >
            {MISSING.map((code) => (
              <option key={code} value={code}>
                {say(`missing.${code}`)}
              </option>
            ))}
          </select>
        ) : null}
        {errorOf("obsStatus") ? (
          <p className="mt-1 text-sm font-semibold text-(--moving-away)">{errorOf("obsStatus")}</p>
        ) : null}
      </fieldset>
      <div className="grid gap-5 sm:grid-cols-2">
        <PlainFields names={["edition", "published", ...laterFields]} {...part} />
      </div>
      <details className="more" open={saysMore || undefined}>
        <summary>{say("form.more")}</summary>
        <div className="mt-3 space-y-5">
          <div className="grid gap-5 sm:grid-cols-2">
            <PlainFields names={["valueLimit", "confidence"]} {...part} />
            <FormField
              id="compiler"
              label={say("form.compiler")}
              hint={say("form.compilerHint")}
              error={errorOf("compiler")}
            >
              {(tied) => (
                <select
                  {...tied}
                  value={figureKey.compiler}
                  onChange={(event) => {
                    const compiler = event.target.value;
                    void navigate({ to: ".", search: (now) => ({ ...now, compiler }) as never });
                  }}
                  className={field}
                >
                  {[...new Set([figureKey.compiler, indicator.compiler, ...compilers.map(({ code }) => code)])].map(
                    (code) => (
                      <option key={code} value={code}>
                        {compilers.find((c) => c.code === code)?.name ?? code}
                      </option>
                    ),
                  )}
                </select>
              )}
            </FormField>
          </div>
          <fieldset>
            <legend className="text-sm font-semibold">{say("form.flags")}</legend>
            {SIDE_FLAGS.map((flag) => (
              <label key={flag} className="flex min-h-10 items-center gap-2 text-sm">
                <input
                  type="checkbox"
                  className="size-5"
                  checked={values.flags.includes(flag)}
                  onChange={(event) =>
                    set({
                      flags: event.target.checked
                        ? [...values.flags, flag]
                        : values.flags.filter((code) => code !== flag),
                    })
                  }
                />
                {say(`flag.${flag}`)}
              </label>
            ))}
          </fieldset>
          <PlainFields names={lang === "vi" ? ["obsComVi", "obsComEn"] : ["obsComEn", "obsComVi"]} {...part} />
        </div>
      </details>
    </div>
  );
}
