import { comparedDays } from "@moc2030/shared/page/compared-days";
import { useAddress } from "../../address/address.ts";
import { PageLink } from "../../address/page-link.tsx";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { HiddenFields } from "../../document/hidden-fields.tsx";
import type { Page, ReadAnswer, Request } from "../../document/page.ts";
import { readAll } from "../../document/read-all.ts";
import { useText } from "../../text/text.tsx";
import { field } from "../../ui/field.ts";
import { day } from "../../words/format.ts";
import { Differences } from "./differences.tsx";
import { codesOf, ofIndicator } from "./narrow.ts";
import { type DaysSearch, parseDays } from "./search.ts";
import { sentence } from "./sentence.ts";

type Data = Awaited<ReturnType<typeof load>>;
type Props = { data: Data; search: DaysSearch };

/** What was known on one day and is otherwise on another. */
export const days: Page<DaysSearch, Data> = {
  path: "/releases/compare",
  parse: parseDays,
  load,
  head: ({ shown, only }, text) => ({
    title: text.say("releases.daysTitle"),
    description: sentence(shown, only, text),
  }),
  Component: DaysPage,
};

/** The texts are those of the later day. */
async function load(read: ReadAnswer, { view, search, today }: Request<DaysSearch>) {
  const { from, asOf } = comparedDays({ ...search, asOf: view.asOf }, today);
  const later = { lang: view.lang, asOf };
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

/** Asks for the two days, and for which indicator; the answer is an address. */
function DaysForm({ data: { compared, only, indicators, today }, search }: Props) {
  const { say, lang } = useText();
  const { asOf } = useView();
  const { path, search: address } = useAddress();
  const last = asOf ?? today;
  const differing = codesOf(compared);
  const choices = indicators.items.filter((one) => one === only || differing.has(one.code));
  const date = (name: "from" | "to", value: string | undefined) => (
    <label className="text-xs font-semibold text-soft">
      {say(`releases.${name}`)}
      <input
        type="date"
        name={name}
        required={name === "from"}
        max={last}
        defaultValue={value}
        aria-describedby={name === "to" ? "to-hint" : undefined}
        className={`${field} mt-1`}
      />
    </label>
  );
  return (
    <form
      method="get"
      action={path}
      className="no-print mt-6 grid items-end gap-3 sm:grid-cols-2 md:grid-cols-[11rem_11rem_18rem_auto] md:justify-start"
    >
      <HiddenFields search={{ ...address, from: undefined, to: undefined, indicator: undefined }} />
      {date("from", compared.from.day)}
      {date("to", search.to && compared.to.day)}
      <p id="to-hint" className="col-span-full text-xs text-soft md:order-1">
        {asOf ? say("releases.bounded", { day: day(asOf, lang) }) : say("releases.withoutTo")}
      </p>
      <label className="min-w-0 text-xs font-semibold text-soft">
        {say("releases.indicator")}
        <select name="indicator" defaultValue={only?.code ?? ""} className={`${field} mt-1`}>
          <option value="">{say("releases.anyIndicator")}</option>
          {choices
            .toSorted((a, b) => a.order - b.order)
            .map(({ code, shortName }) => (
              <option key={code} value={code}>
                {shortName}
              </option>
            ))}
        </select>
      </label>
      <button type="submit" className="button button-main justify-self-start">
        {say("releases.compare")}
      </button>
    </form>
  );
}
