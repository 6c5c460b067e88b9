import { COUNTRY } from "@moc2030/shared/figure/country";
import { EmptyRelease } from "../../document/empty-release.tsx";
import { unreadPart } from "../../document/not-understood.ts";
import type { Page } from "../../document/page.ts";
import { Provenance } from "../../document/provenance.tsx";
import { SourceNote } from "../../document/source-note.tsx";
import { useText } from "../../text/text.tsx";
import { Section } from "../../ui/section.tsx";
import { ChoiceForm } from "./choice-form.tsx";
import { ChosenAreas } from "./chosen-areas.tsx";
import { type Comparison, factsOf, readComparison } from "./comparison.ts";
import { PositionsTable } from "./positions-table.tsx";
import { Result } from "./result.tsx";
import { type CompareSearch, parseCompare } from "./search.ts";
import { comparisonSummary, comparisonTitle } from "./wording.ts";

/** The comparison page: one indicator for several economies over years. */
export const compare: Page<CompareSearch, Comparison | null> = {
  path: "/compare",
  parse: parseCompare,
  load: (read, { view, search, today }) => readComparison(read, view, search, view.asOf ?? today),
  unknown,
  head: (data, text) => ({
    title: data ? comparisonTitle(factsOf(data), text) : text.say("nav.compare"),
    description: data ? comparisonSummary(factsOf(data), text) : text.say("compare.body"),
  }),
  Component: ComparePage,
};

/** Parameters that name an indicator that cannot be compared, or unknown economies. */
function unknown(data: Comparison | null, { indicator, areas = [] }: CompareSearch) {
  if (!data) return [];
  const unread = areas.filter((code) => !data.areas.some((area) => area.code === code));
  return [
    ...(indicator && indicator !== data.shown.indicator.code ? [unreadPart("indicator", indicator)] : []),
    ...(unread.length > 0 ? [unreadPart("areas", unread.join(","))] : []),
  ];
}

export function ComparePage({ data, search }: { data: Comparison | null; search: CompareSearch }) {
  const { say } = useText();
  if (!data) return <EmptyRelease />;
  return (
    <div data-explorer="">
      <header className="pt-8 sm:pt-10">
        <h1 className="text-2xl sm:text-3xl">{say("compare.title")}</h1>
        <p className="measure mt-3 text-soft">{say("compare.body")}</p>
      </header>
      <div className="no-print mt-6 rounded-[6px] bg-sunken p-3 sm:p-5">
        <ChoiceForm compared={data} />
        <ChosenAreas compared={data} />
      </div>
      <Result compared={data} search={search} />
      {data.shown.indicator.valueKind === "tier" ? null : <PositionsTable group={data.group} focus={COUNTRY} />}
      <Notes compared={data} />
      <Provenance release={data.release} referenceDate={data.day} methodVersion={undefined} />
    </div>
  );
}

/** Breaks within the years shown, and the indicator's notes. */
function Notes({ compared: { shown, years, sources } }: { compared: Comparison }) {
  const { say } = useText();
  const { breaks, notes } = shown.indicator;
  const inside = breaks.filter(({ timePeriod }) => timePeriod > years[0] && timePeriod <= years[1]);
  if (inside.length + notes.length === 0) return null;
  return (
    <Section id="notes" title={say("about.notes")} className="mt-12" look="text-xl">
      <ul className="measure mt-3 list-disc space-y-2 ps-5 text-sm marker:text-soft">
        {inside.map((one) => (
          <li key={one.timePeriod}>
            {say("about.break", { year: one.timePeriod })} {one.cause}
          </li>
        ))}
        {notes.map((note) => (
          <li key={note}>
            <SourceNote text={note} sourceOf={(id) => sources.find((source) => source.id === id)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
