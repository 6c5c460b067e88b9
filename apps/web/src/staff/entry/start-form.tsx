import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { FieldErrors } from "../../ui/fields.tsx";
import { Problem } from "../../ui/problem.tsx";
import { Section } from "../../ui/section.tsx";
import { useChange } from "../session/form.tsx";
import { typedText } from "../submissions/figure-words.ts";
import { EvidenceField } from "./evidence-field.tsx";
import { FigureFields, laterFields } from "./figure-fields.tsx";
import { type FormValues, valuesOf } from "./form-state.ts";
import { importOfLetter } from "./import-values.ts";
import { openDraft } from "./open-draft.ts";
import type { WantedRows } from "./reads.ts";
import { SourceFields } from "./source-fields.tsx";
import { lackOf, rowInputs } from "./start-state.ts";
import type { Letter } from "./use-letter.ts";
import { PoolField } from "./value-fields.tsx";

type Props = {
  /** The publication, or the body that sent a letter. */
  title: string;
  rows: WantedRows["rows"];
  sources: { id: string; title: string; publisher: string }[];
  /** The letter, as far as it is known; null for a publication. */
  letter: Letter | null;
};

/** What is the same for all rows of a draft, given once. */
export function StartForm({ title, rows, sources, letter }: Props) {
  const { say, lang } = useStaffText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [values, setValues] = useState<FormValues>(() => initial(rows, letter, lang));
  const [turn, setTurn] = useState(0);
  const set = (change: Partial<FormValues>) => setValues((now) => ({ ...now, ...change }));
  const lack = lackOf(values);
  const said = lack ? [{ field: lack.field, text: say(lack.text, lack.values) }] : [];
  const { number } = values.newSource;
  const name = letter ? say("start.draftOfLetter", { number, name: values.newSource.publisher }) : title;
  const open = useChange(
    async () => {
      const draft = await openDraft(name, { items: rowInputs(values, rows, lang) });
      await queries.invalidateQueries({ queryKey: ["staff"] });
      await navigate({ to: "/submissions/$id", params: { id: String(draft.id) }, search: { as: "table" } as never });
    },
    { stale: null },
  );
  if (rows.length === 0) return <p className="mt-6 text-soft">{say("start.noRows")}</p>;
  const part = { values, set };
  return (
    <form
      noValidate
      className="mt-6 max-w-4xl space-y-8"
      onSubmit={(event) => {
        event.preventDefault();
        setTurn((n) => n + 1);
        if (!lack) open.run();
      }}
    >
      <ErrorSummary title={say("form.problem")} errors={turn > 0 ? said : []} turn={turn} />
      <FieldErrors value={turn > 0 ? Object.fromEntries(said.map(({ field, text }) => [field, text])) : {}}>
        <SourceFields {...part} sources={sources}>
          <FigureFields {...part} names={["place"]} />
        </SourceFields>
        <Section title={say("start.given")} className="space-y-5">
          <div className="grid gap-5 sm:grid-cols-2">
            <FigureFields {...part} names={["edition", "published", ...laterFields]} />
            {rows.some(({ valueKind }) => valueKind === "rank") ? <PoolField {...part} /> : null}
          </div>
          <EvidenceField values={values} set={set} files={letter?.files ?? []} />
        </Section>
      </FieldErrors>
      <Section title={say("start.list", { n: rows.length })}>
        <ul className="mt-3 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
          {rows.map((row) => (
            <li key={`${row.indicator} ${row.refArea} ${row.timePeriod}`}>
              {[row.name, row.areaName, row.timePeriod].filter(Boolean).join(", ")}
              {row.last?.value ? (
                <span className="text-soft">
                  {" · "}
                  {say("start.last", { value: typedText(row.last.value, lang), year: String(row.last.timePeriod) })}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      </Section>
      <Problem>{open.problem}</Problem>
      <Button type="submit" isMain aria-disabled={open.isPending}>
        {say("start.open", { n: rows.length })}
      </Button>
    </form>
  );
}

/** The fields as far as they are known: edition of a publication; sender, number and day of a letter. */
function initial(rows: Props["rows"], letter: Props["letter"], lang: "vi" | "en"): FormValues {
  if (!letter) return { ...valuesOf(null, lang), isNewSource: true, edition: rows[0]?.edition ?? "" };
  return importOfLetter(lang, letter).given;
}
