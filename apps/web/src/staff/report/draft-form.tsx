import { numericDay, writtenDay } from "@moc2030/shared/text/written-day";
import { useNavigate } from "@tanstack/react-router";
import type { DraftSearch } from "../../address/search.ts";
import type { LedgerEntry } from "../../client/api.ts";
import { today } from "../../document/today.ts";
import { periodsUntil } from "../../pages/report/periods.ts";
import { useStaffText } from "../../text/staff-text.tsx";
import { DayField, SelectField, TextField } from "../../ui/fields.tsx";
import { dayOfInstant } from "../../words/format.ts";
import { ProblemError } from "../session/client.ts";
import { Form, useForm } from "../session/form.tsx";
import { problemText } from "../session/problem-text.ts";

type Values = Record<"period" | "compare" | "day" | "number" | "date" | "to", string>;
type Props = {
  values: DraftSearch & { day: string };
  /** The period that was written where the address has none. */
  period: string | undefined;
  releases: readonly Pick<LedgerEntry, "id" | "publishedAt">[];
  /** Why the API did not write what the address asks for. */
  refusal: unknown;
};

/** What a draft is to be of; the answer is another address. */
export function DraftForm({ values, period, releases, refusal }: Props) {
  const text = useStaffText();
  const { say, lang } = text;
  const navigate = useNavigate();
  const typedDay = (name: string, typed: string) =>
    typed.trim() && !writtenDay(typed) ? { [name]: say("field.noDay", { text: typed }) } : {};
  const form = useForm<Values, void>({
    check: ({ day, date }) => ({
      ...typedDay("date", date),
      ...((writtenDay(day) ?? "") > today() && { day: say("draft.dayFuture") }),
      ...typedDay("day", day),
    }),
    send: async ({ day, date, ...others }) => {
      const search = { ...others, day: writtenDay(day), date: writtenDay(date) };
      const said = Object.entries(search).map(([name, value]) => [name, value?.trim() || undefined]);
      await navigate({ to: "/staff/report", search: Object.fromEntries(said) });
    },
    stale: null,
  });
  const refused =
    refusal instanceof ProblemError && refusal.slug === "invalid"
      ? refusal.errors.map(({ parameter = "", detail }) => ({
          field: parameter === "asOf" ? "day" : parameter,
          text: say("problem.invalid", { detail }),
        }))
      : refusal
        ? [{ field: "", text: problemText(refusal, text) }]
        : [];
  const errors = form.errors.length > 0 ? form.errors : refused;
  return (
    <Form form={{ ...form, errors }} className="mt-6 grid items-start gap-5 sm:grid-cols-2 lg:grid-cols-3">
      <SelectField
        key={`period ${period}`}
        id="period"
        label={say("report.period")}
        defaultValue={values.period ?? period ?? ""}
        choices={periodsUntil(values.day).map((value) => ({
          value,
          label: value.endsWith("-H1") ? say("report.firstHalf", { year: value.slice(0, 4) }) : value,
        }))}
      />
      <SelectField
        key={`compare ${releases.length}`}
        id="compare"
        label={say("draft.compare")}
        defaultValue={values.compare ?? ""}
        none={say("draft.compareNone")}
        choices={releases.map(({ id, publishedAt }) => ({
          value: String(id),
          label: say("report.release", { id, day: dayOfInstant(publishedAt, lang) }),
        }))}
      />
      <DayField id="day" label={say("draft.day")} defaultValue={numericDay(values.day)} />
      <TextField
        id="number"
        label={say("draft.number")}
        hint={say("draft.numberHint")}
        maxLength={50}
        defaultValue={values.number ?? ""}
      />
      <DayField
        id="date"
        label={say("draft.date")}
        hint={say("draft.dateHint")}
        defaultValue={values.date ? numericDay(values.date) : ""}
      />
      <TextField
        id="to"
        label={say("draft.to")}
        hint={say("draft.toHint")}
        maxLength={200}
        defaultValue={values.to ?? ""}
      />
      <p className="sm:col-span-2 lg:col-span-3">
        <button type="submit" className="button button-main">
          {say("draft.show")}
        </button>
      </p>
    </Form>
  );
}
