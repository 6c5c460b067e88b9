import { today } from "../../document/today.ts";
import { periodsUntil } from "../../pages/report/periods.ts";
import { useStaffText } from "../../text/staff-text.tsx";
import { DayField, SelectField, TextField } from "../../ui/fields.tsx";
import { Section } from "../../ui/section.tsx";
import type { StatementValues } from "./statement-state.ts";

type Name = "number" | "date" | "period" | "dataRelease" | "dataDay";
type Props = { values: StatementValues; set: (change: Partial<StatementValues>) => void };

/** A report that was issued: its number and date, its period, and the data that it was written from. */
export function ReportFields({ values, set }: Props) {
  const { say } = useStaffText();
  const field = (name: Name) => ({
    id: name,
    value: values[name],
    onChange: (value: string) => set({ [name]: value }),
  });
  const periods = periodsUntil(today()).map((value) => ({
    value,
    label: value.endsWith("-H1") ? say("report.firstHalf", { year: value.slice(0, 4) }) : value,
  }));
  return (
    <Section title={say("statement.kind.report")} className="space-y-5">
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <TextField {...field("number")} label={say("issued.number")} hint={say("issued.numberHint")} />
        <DayField {...field("date")} label={say("issued.date")} />
      </div>
      <SelectField {...field("period")} label={say("report.period")} none={say("statement.choose")} choices={periods} />
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <TextField
          {...field("dataRelease")}
          inputMode="numeric"
          label={say("issued.dataRelease")}
          hint={say("issued.dataReleaseHint")}
        />
        <DayField {...field("dataDay")} label={say("issued.dataDay")} hint={say("issued.dataDayHint")} />
      </div>
    </Section>
  );
}
