import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useStaffText } from "../../text/staff-text.tsx";
import { CheckBox, RadioGroup, SelectField, TextField } from "../../ui/fields.tsx";
import { SIDE_FLAGS } from "../submissions/figure-words.ts";
import { FigureFields, laterFields, type Part } from "./figure-fields.tsx";
import type { FormValues } from "./form-state.ts";
import type { EntryFigure } from "./reads.ts";

type Props = Part & { figure: EntryFigure; compilers: { code: string; name: string }[] };

const GRADES = ["final", "provisional", "estimate", "missing"] as const;
const MISSING = ["L", "M", "O"] as const;

/** How many a ranking ranked. */
export function PoolField({ values, set, box }: Part & { box?: string }) {
  const { say } = useStaffText();
  return (
    <TextField
      id="rankPool"
      autoComplete="off"
      value={values.rankPool}
      onChange={(rankPool) => set({ rankPool })}
      label={say("form.pool")}
      hint={say("form.poolHint")}
      inputMode="numeric"
      box={box}
      className="num"
    />
  );
}

/** The value and its attributes: limit, grade, flags, pool, edition, publication date. */
export function ValueFields({ figure: { indicator, key }, compilers, ...part }: Props) {
  const { values, set } = part;
  const { say, lang } = useStaffText();
  const navigate = useNavigate();
  // Open if the published figure already has one of these, such as a comment, so that it is reviewed before saving.
  const [saysMore] = useState(
    values.valueLimit !== "" ||
      values.flags.length > 0 ||
      values.confidence !== "sourced" ||
      values.obsComVi + values.obsComEn !== "",
  );
  const isMissing = values.grade === "missing";
  return (
    <div className="space-y-5">
      <div className="flex flex-wrap items-start gap-4">
        <TextField
          id="value"
          autoComplete="off"
          value={values.value}
          onChange={(value) => set({ value })}
          {...(isMissing && { disabled: true, value: "" })}
          label={say("form.value", { unit: indicator.unit })}
          hint={say(["rank", "count", "tier"].includes(indicator.valueKind) ? "form.valueHintWhole" : "form.valueHint")}
          inputMode="decimal"
          box="w-full sm:w-56"
          className="num text-lg font-semibold disabled:opacity-50"
        />
        {indicator.valueKind === "rank" ? <PoolField {...part} box="w-full sm:w-44" /> : null}
      </div>
      <RadioGroup
        name="obsStatus"
        legend={say("form.grade")}
        choices={GRADES.map((value) => ({ value, label: say(`grade.${value}`) }))}
        value={values.grade}
        onChange={(grade) => set({ grade })}
      />
      {isMissing ? (
        <SelectField
          id="missing"
          label={say("form.missingWhy")}
          choices={MISSING.map((value) => ({ value, label: say(`missing.${value}`) }))}
          value={values.missing}
          onChange={(missing) => set({ missing: missing as FormValues["missing"] })}
          box="max-w-md"
        />
      ) : null}
      <div className="grid gap-5 sm:grid-cols-2">
        <FigureFields names={["edition", "published", ...laterFields]} {...part} />
      </div>
      <details className="more" open={saysMore || undefined}>
        <summary>{say("form.more")}</summary>
        <div className="mt-3 space-y-5">
          <div className="grid gap-5 sm:grid-cols-2">
            <FigureFields names={["valueLimit", "confidence"]} {...part} />
            <SelectField
              id="compiler"
              label={say("form.compiler")}
              hint={say("form.compilerHint")}
              choices={[...new Set([key.compiler, indicator.compiler, ...compilers.map(({ code }) => code)])].map(
                (value) => ({ value, label: compilers.find(({ code }) => code === value)?.name ?? value }),
              )}
              value={key.compiler}
              onChange={(compiler) => void navigate({ to: ".", search: (now) => ({ ...now, compiler }) as never })}
            />
          </div>
          <fieldset>
            <legend className="text-sm font-semibold">{say("form.flags")}</legend>
            {SIDE_FLAGS.map((flag) => (
              <CheckBox
                key={flag}
                label={say(`flag.${flag}`)}
                checked={values.flags.includes(flag)}
                onChange={(isSet) =>
                  set({ flags: isSet ? [...values.flags, flag] : values.flags.filter((code) => code !== flag) })
                }
              />
            ))}
          </fieldset>
          <FigureFields names={lang === "vi" ? ["obsComVi", "obsComEn"] : ["obsComEn", "obsComVi"]} {...part} />
        </div>
      </details>
    </div>
  );
}
