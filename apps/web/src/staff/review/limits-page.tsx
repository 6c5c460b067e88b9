import { readNumber } from "@moc2030/shared/figure/number-text";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type StaffText, useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { TextArea, TextField } from "../../ui/fields.tsx";
import { Section } from "../../ui/section.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { number } from "../../words/format.ts";
import { instant } from "../../words/instant.ts";
import { Page } from "../page.tsx";
import { type Answer, paths, send, staffRead } from "../session/client.ts";
import { Form, useForm } from "../session/form.tsx";
import { mayDo, useMe } from "../session/me.ts";

const limits = paths.entry.limits;
type Limit = Answer<typeof limits.$get>["items"][number];
type Ends = { low: number | null; high: number | null };

/** An interval of changes a year; a dash where there is none. */
function endsText(ends: Ends | null, { say, lang }: StaffText): string {
  if (ends === null || ends.low === null || ends.high === null) return "–";
  const text = (end: number) => number(Number(end.toPrecision(4)), lang);
  return say("limits.ends", { low: text(ends.low), high: text(ends.high) });
}

/** What values and yearly changes of each indicator are plausible; reviewers set the latter. */
export function LimitsPage() {
  const text = useStaffText();
  const { say, lang } = text;
  const me = useMe();
  const read = useQuery({ ...staffRead(limits, { query: { lang } }), throwOnError: true });
  const [chosen, setChosen] = useState("");
  if (!read.data) return <PageSkeleton />;
  const { items } = read.data;
  const one = items.find(({ indicator }) => indicator === chosen);
  return (
    <Page title={say("limits.title")} back={{ to: "/review", text: say("review.title") }} body={say("limits.body")}>
      <DataTable
        caption={say("limits.title")}
        rows={items}
        rowKey={({ indicator }) => indicator}
        className="min-w-[44rem]"
        columns={[
          { label: say("grid.indicator"), cell: ({ name, unit }) => `${name} (${unit})` },
          { label: say("limits.range"), cell: ({ range }) => endsText({ low: range.min, high: range.max }, text) },
          {
            label: say("limits.usual"),
            cell: ({ usual }) =>
              usual ? (
                <>
                  {endsText(usual, text)}
                  <span className="block text-xs text-soft">{say(`limits.by.${usual.basis}`)}</span>
                </>
              ) : (
                say("limits.unchecked")
              ),
          },
          {
            label: say("limits.set"),
            cell: ({ set }) => (
              <>
                {endsText(set, text)}
                {set ? (
                  <span className="block text-xs text-soft">
                    {set.by}, {instant(set.at, lang)}: {set.reason}
                  </span>
                ) : null}
              </>
            ),
          },
          ...(mayDo(me, "limits.write")
            ? [
                {
                  label: "",
                  cell: ({ indicator, name }: Limit) => (
                    <Button aria-label={say("limits.changeOf", { name })} onClick={() => setChosen(indicator)}>
                      {say("limits.change")}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {one ? <LimitForm key={one.indicator} limit={one} onDone={() => setChosen("")} /> : null}
    </Page>
  );
}

type Typed = { "limit-low": string; "limit-high": string; "limit-why": string };

function LimitForm({ limit: { indicator, name, set }, onDone }: { limit: Limit; onDone: () => void }) {
  const { say, lang } = useStaffText();
  const read = (typed: string) => (typed.trim() === "" ? null : readNumber(typed, lang));
  const wrong = (typed: string) => read(typed)?.ok === false && say("limits.noNumber");
  const numberIn = (typed: string) => {
    const found = read(typed);
    return found?.ok ? Number(found.text) : null;
  };
  const form = useForm<Typed>({
    check: ({ "limit-low": low, "limit-high": high, "limit-why": why }) => {
      const [from, to] = [numberIn(low), numberIn(high)];
      const isHalf = (low.trim() === "") !== (high.trim() === "");
      const isTurned = from !== null && to !== null && from >= to;
      return {
        "limit-low": wrong(low),
        "limit-high": wrong(high) || ((isHalf || isTurned) && say("limits.wrongEnds")),
        "limit-why": !why.trim() && say("finding.missing_reason_text"),
      };
    },
    send: ({ "limit-low": low, "limit-high": high, "limit-why": why }) =>
      send(limits[":indicator"].$path({ param: { indicator }, query: { lang } }), {
        method: "PUT",
        json: { low: numberIn(low), high: numberIn(high), reason: why.trim() },
      }),
    onSuccess: onDone,
  });
  const shown = (end: number | null | undefined) => (end === null || end === undefined ? "" : number(end, lang));
  return (
    <Section title={say("limits.changeOf", { name })} look="text-xl" className="mt-8 max-w-xl">
      <Form form={form} className="mt-3 space-y-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            id="limit-low"
            label={say("limits.low")}
            hint={say("limits.endHint")}
            inputMode="decimal"
            defaultValue={shown(set?.low)}
            className="num"
          />
          <TextField
            id="limit-high"
            label={say("limits.high")}
            hint={say("limits.emptyHint")}
            inputMode="decimal"
            defaultValue={shown(set?.high)}
            className="num"
          />
        </div>
        <TextArea id="limit-why" label={say("form.reasonText")} />
        <div className="flex gap-3">
          <Button isMain type="submit">
            {say("limits.save")}
          </Button>
          <Button onClick={onDone}>{say("limits.leave")}</Button>
        </div>
      </Form>
    </Section>
  );
}
