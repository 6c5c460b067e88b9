import { AUDIT_KINDS, type AuditAction } from "@moc2030/shared/audit-actions";
import { writtenDay } from "@moc2030/shared/text/written-day";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { DayField, SelectField, TextField } from "../../ui/fields.tsx";
import { Problem } from "../../ui/problem.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { sortedAreas } from "../../words/area-options.ts";
import { instant } from "../../words/instant.ts";
import { Page } from "../page.tsx";
import { type Answer, paths, send } from "../session/client.ts";
import { Form, useChange, useForm } from "../session/form.tsx";
import { colleaguesRead } from "../submissions/reads.ts";
import { csvOf, detailText, type Entry, type Names, subjectText } from "./audit-words.ts";

/** Rows of a page of the file. */
const FILE_ROWS = 200;

type Filter = Partial<Record<"action" | "actor" | "indicator" | "timePeriod" | "refArea" | "from" | "to", string>>;
type Typed = Record<"kind" | "person" | "indicator" | "year" | "area" | "from" | "to", string>;

/** Whether a typed day is before another; false where one of them is none. */
const isBefore = (typed: string, other: string) => (writtenDay(typed) ?? "") < (writtenDay(other) ?? "");

const read = (filter: Filter, before: number | null, limit?: number) => {
  const query = {
    ...filter,
    ...(before !== null && { before: String(before) }),
    ...(limit && { limit: String(limit) }),
  };
  return send<Answer<typeof paths.audit.$get>>(paths.audit.$path({ query: query as never }));
};

/** The audit log, newest first, by person, figure, day and kind; the same rows as a file. */
export function AuditPage() {
  const text = useStaffText();
  const { say, lang } = text;
  const [filter, setFilter] = useState<Filter>({});
  const audit = useInfiniteQuery({
    queryKey: ["staff", "audit", filter],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) => read(filter, pageParam),
    getNextPageParam: (last) => last.next,
    throwOnError: true,
    placeholderData: (before) => before,
  });
  const colleagues = useQuery(colleaguesRead());
  const view = useView();
  const indicators = useQuery(api.indicators(view));
  const areas = useQuery(api.areas(view));
  const bodies = useQuery(api.bodies(view));
  const form = useForm<Typed>({
    check: ({ from, to, year, area, indicator }) => ({
      from: from.trim() && !writtenDay(from) && say("field.noDay", { text: from }),
      to: to.trim() && (writtenDay(to) ? isBefore(to, from) && say("audit.toWrong") : say("field.noDay", { text: to })),
      area: area && !indicator && say("audit.areaWrong"),
      year: year.trim() && (!/^\d{4}$/.test(year.trim()) || !indicator) && say("audit.yearWrong"),
    }),
    send: async ({ kind, person, indicator, year, area, from, to }) => {
      const wanted = {
        ...{ action: kind && `${kind}.`, actor: person, indicator, timePeriod: year.trim(), refArea: area },
        ...{ from: writtenDay(from), to: writtenDay(to) },
      };
      setFilter(Object.fromEntries(Object.entries(wanted).filter(([, value]) => value)));
    },
    stale: null,
  });
  const names: Names = {
    person: (id: string) => colleagues.data?.items.find((one) => one.id === id)?.name,
    indicator: (code: string) => indicators.data?.items.find((one) => one.code === code)?.shortName,
    body: (id: string) => bodies.data?.items.find((one) => one.id === id)?.name,
  };
  const columns: { label: string; className?: string; cell: (entry: Entry) => string }[] = [
    { label: say("audit.no"), cell: ({ id }) => String(id), className: "num" },
    { label: say("audit.at"), cell: ({ at }) => instant(at, lang), className: "num whitespace-nowrap" },
    { label: say("audit.who"), cell: ({ actor }) => actor.name || "–" },
    { label: say("audit.what"), cell: ({ action }) => say(`did.${action as AuditAction}`) },
    { label: say("audit.subject"), cell: ({ subject }) => subjectText(subject, text, names) },
    {
      label: say("audit.detail"),
      cell: (entry) => detailText(entry, text, names),
      className: "max-w-96 text-xs text-soft",
    },
    { label: say("audit.hash"), cell: ({ hash }) => hash, className: "num max-w-32 text-xs break-all text-soft" },
  ];
  const file = useChange(
    async () => {
      const rows: Entry[] = [];
      let before: number | null = null;
      do {
        const page: Answer<typeof paths.audit.$get> = await read(filter, before, FILE_ROWS);
        rows.push(...page.items);
        before = page.next;
      } while (before !== null);
      return csvOf(
        [columns.map(({ label }) => label), ...rows.map((row) => columns.map(({ cell }) => cell(row)))],
        lang,
      );
    },
    { stale: null, onSuccess: (csv) => save(csv, `${say("audit.file")}.csv`) },
  );
  if (!audit.data || !colleagues.data || !indicators.data || !areas.data || !bodies.data) return <PageSkeleton />;
  return (
    <Page title={say("staffNav.audit")} body={say("audit.body")}>
      <Form form={form} className="mt-5 grid max-w-4xl items-end gap-4 sm:grid-cols-3">
        <SelectField
          id="kind"
          label={say("audit.kind")}
          none={say("audit.all")}
          choices={AUDIT_KINDS.map((value) => ({ value, label: say(`audit.${value}`) }))}
        />
        <SelectField
          id="person"
          label={say("audit.who")}
          none={say("audit.all")}
          choices={colleagues.data.items.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          id="indicator"
          label={say("grid.indicator")}
          none={say("audit.all")}
          choices={indicators.data.items.map(({ code, shortName }) => ({ value: code, label: shortName }))}
        />
        <TextField id="year" label={say("audit.year")} inputMode="numeric" />
        <SelectField
          id="area"
          label={say("field.refArea")}
          none={say("audit.all")}
          choices={sortedAreas(areas.data.items, lang).map(({ code, name }) => ({ value: code, label: name }))}
        />
        <DayField id="from" label={say("audit.from")} />
        <DayField id="to" label={say("audit.to")} />
        <p className="flex flex-wrap gap-3">
          <Button type="submit">{say("audit.show")}</Button>
          <Button onClick={() => file.run()} aria-disabled={file.isPending}>
            {say("audit.csv")}
          </Button>
        </p>
      </Form>
      <Problem className="mt-3">{file.problem}</Problem>
      <DataTable
        caption={say("staffNav.audit")}
        rows={audit.data.pages.flatMap((page) => page.items)}
        rowKey={({ id }) => id}
        className="min-w-[52rem]"
        columns={columns}
      />
      {audit.hasNextPage ? (
        <Button className="mt-5" onClick={() => void audit.fetchNextPage()}>
          {say("audit.more")}
        </Button>
      ) : null}
    </Page>
  );
}

/** Saves a text as a file of the browser. */
function save(text: string, name: string) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
