import { nextClosings } from "@moc2030/shared/due/closings";
import { keyText } from "@moc2030/shared/figure/figure";
import { addDays } from "@moc2030/shared/text/date";
import { numericDay, writtenDay } from "@moc2030/shared/text/written-day";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { today } from "../../document/today.ts";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { CheckGroup, DayField, SelectField } from "../../ui/fields.tsx";
import { Section } from "../../ui/section.tsx";
import { day } from "../../words/format.ts";
import { type WantedRows, wantedRead } from "../entry/reads.ts";
import { paths, send } from "../session/client.ts";
import { Form, useForm } from "../session/form.tsx";

type Row = WantedRows["rows"][number];

/** Asks a body for figures, by a day that is proposed: the eve of the next closing. */
export function NewEnquiry() {
  const { say, lang } = useStaffText();
  const bodies = useQuery(api.bodies(useView())).data?.items.filter(({ to }) => to === null || to >= today()) ?? [];
  const [closing = today()] = nextClosings(today());
  const eve = addDays(closing, -1);
  const [chosen, setChosen] = useState("");
  const [dueOn, setDueOn] = useState(numericDay(eve < today() ? today() : eve));
  /** Rows that were ticked or left out by hand, by their keys. */
  const [ticked, setTicked] = useState<ReadonlyMap<string, boolean>>(new Map());
  const body = chosen || (bodies[0]?.id ?? "");
  const by = writtenDay(dueOn) ?? "";
  const isDay = by >= today();
  const wanted = useQuery({ ...wantedRead(lang, { body, by }), enabled: body !== "" && isDay });
  const rows = wanted.data?.rows ?? [];
  const isAsked = (row: Row) => ticked.get(keyText(row)) ?? row.compiledBy.includes(body);
  const asked = rows.filter(isAsked);
  const form = useForm({
    check: () => ({
      dueOn: !isDay && say("enquiry.dayWrong"),
      body: isDay && wanted.data?.rows.length === 0 && say("enquiry.nothing"),
      asked: rows.length > 0 && asked.length === 0 && say("enquiry.noneAsked"),
    }),
    send: () => {
      // Before the list has come nothing can be ticked: the API asks for the same by itself.
      const figures =
        wanted.data &&
        asked.map(({ indicator, compiler, refArea, timePeriod }) => ({
          ...{ indicator, compiler, refArea, timePeriod },
        }));
      const json = { body, dueOn: by, figures };
      return send(paths.enquiries.$path(), { method: "POST", json, key: crypto.randomUUID() });
    },
  });
  const isOwn = (row: Row) => row.compiledBy.includes(body);
  const group = (name: string, legend: string, of: Row[]) =>
    of.length === 0 ? null : (
      <CheckGroup
        name={name}
        legend={legend}
        choices={of.map((row) => ({
          value: keyText(row),
          label: [
            `${row.name} ${row.timePeriod}${row.wanted === "final" ? ` (${say("grade.final")})` : ""}`,
            row.dueBy &&
              say(row.state === "overdue" ? "enquiry.overdueOn" : "enquiry.expectedOn", { day: day(row.dueBy, lang) }),
          ]
            .filter(Boolean)
            .join(", "),
        }))}
        chosen={of.filter(isAsked).map(keyText)}
        onChange={(keys) =>
          setTicked(new Map([...ticked, ...of.map((row) => [keyText(row), keys.includes(keyText(row))] as const)]))
        }
      />
    );
  const own = rows.filter(isOwn);
  const others = rows.filter((row) => !isOwn(row));
  return (
    <Section title={say("enquiry.add")} className="mt-8">
      <Form form={form} className="mt-3 space-y-5">
        <div className="grid items-end gap-4 sm:grid-cols-2">
          <SelectField
            id="body"
            label={say("work.body")}
            choices={bodies.map(({ id, name }) => ({ value: id, label: name }))}
            value={body}
            onChange={(id) => {
              setChosen(id);
              setTicked(new Map());
            }}
          />
          <DayField id="dueOn" label={say("enquiry.dueOn")} value={dueOn} onChange={setDueOn} />
        </div>
        {group("asked", say("enquiry.own", { n: own.length }), own)}
        {group(own.length > 0 ? "others" : "asked", say("enquiry.others", { n: others.length }), others)}
        <p role="status" className="text-sm text-soft">
          {wanted.data ? say("enquiry.asked", { n: asked.length, of: rows.length }) : ""}
        </p>
        <Button type="submit" isMain>
          {say("enquiry.do")}
        </Button>
      </Form>
    </Section>
  );
}
