import { comparedDays } from "@moc2030/shared/page/compared-days";
import { numericDay } from "@moc2030/shared/text/written-day";
import { PageLink } from "../../address/page-link.tsx";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { EmptyRelease } from "../../document/empty-release.tsx";
import { GetForm } from "../../document/get-form.tsx";
import { unreadPart } from "../../document/not-understood.ts";
import type { Page, ReadAnswer, Request } from "../../document/page.ts";
import { readAll } from "../../document/read-all.ts";
import { useText } from "../../text/text.tsx";
import { DayField, SelectField } from "../../ui/fields.tsx";
import { day } from "../../words/format.ts";
import { Differences } from "./differences.tsx";
import { codesOf, ofIndicator } from "./narrow.ts";
import { type DaysSearch, parseDays } from "./search.ts";
import { sentence } from "./sentence.ts";

type Data = Awaited<ReturnType<typeof load>>;
type Props = { data: Data; search: DaysSearch };

/** The comparison of two as-of dates: which figures and statuses differ. */
export const days: Page<DaysSearch, Data> = {
  path: "/releases/compare",
  parse: parseDays,
  load,
  unknown: ({ compared, only }, { from, to, indicator }) => [
    ...Object.entries({ from, to }).flatMap(([name, asked]) =>
      asked && asked !== compared.from.day && asked !== compared.to.day ? [unreadPart(name, asked)] : [],
    ),
    ...(indicator && !only ? [unreadPart("indicator", indicator)] : []),
  ],
  head: ({ shown, only }, text) => ({
    title: text.say("releases.daysTitle"),
    description: sentence(shown, only, text),
  }),
  Component: DaysPage,
};

/** Reads the differences; names and texts are those of the later day. */
async function load(read: ReadAnswer, { view, search, today }: Request<DaysSearch>) {
  const { from, asOf } = comparedDays({ ...search, asOf: view.asOf }, today);
  const later = view.release !== undefined && (asOf ?? today) === view.asOf ? view : { lang: view.lang, asOf };
  const answers = await readAll(read, {
    compared: api.daysCompared(later, from),
    indicators: api.indicators(later),
    targets: api.targets(later),
    sources: api.sources(later),
  });
  const only = answers.indicators.items.find(({ code }) => code === search.indicator);
  return { ...answers, only, shown: only ? ofIndicator(answers.compared, only.code) : answers.compared, today };
}

function DaysPage({ data, search }: Props) {
  const { say } = useText();
  const { asOf } = useView();
  const { shown, only, today } = data;
  if (!shown.to.release) return <EmptyRelease />;
  return (
    <>
      <header className="pt-8">
        <nav aria-label={say("breadcrumb")} className="no-print text-sm">
          <PageLink to="/releases">{say("nav.releases")}</PageLink>
        </nav>
        <h1 className="mt-2 text-2xl sm:text-3xl">{say("releases.daysTitle")}</h1>
        <p className="measure mt-3 text-soft">{say("releases.daysBody")}</p>
      </header>
      <DaysForm data={data} search={search} />
      <Differences
        compared={shown}
        only={only}
        isNow={asOf === undefined && shown.to.day >= today}
        indicators={data.indicators.items}
        targets={data.targets.items}
        sourceOf={(id) => data.sources.items.find((source) => source.id === id)}
      />
    </>
  );
}

/** GET form for the two days and an optional indicator. */
function DaysForm({ data: { compared, only, indicators }, search }: Props) {
  const { say, lang } = useText();
  const { asOf } = useView();
  const differing = codesOf(compared);
  const choices = indicators.items
    .filter((one) => one === only || differing.has(one.code))
    .sort((a, b) => a.order - b.order);
  return (
    <GetForm
      own={["from", "to", "indicator"]}
      className="no-print mt-6 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[14rem_14rem_18rem_auto] lg:justify-start"
    >
      <DayField id="from" label={say("releases.from")} required defaultValue={numericDay(compared.from.day)} />
      <DayField
        id="to"
        label={say("releases.to")}
        hint={asOf ? say("releases.bounded", { day: day(asOf, lang) }) : say("releases.withoutTo")}
        defaultValue={search.to && numericDay(compared.to.day)}
      />
      <SelectField
        id="indicator"
        label={say("releases.indicator")}
        defaultValue={only?.code ?? ""}
        none={say("releases.anyIndicator")}
        choices={choices.map(({ code, shortName }) => ({ value: code, label: shortName }))}
      />
      <button type="submit" className="button button-main justify-self-start">
        {say("releases.compare")}
      </button>
    </GetForm>
  );
}
