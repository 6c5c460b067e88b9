import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Suspense } from "react";
import type { IndicatorItem } from "../api.ts";
import { day } from "../format.ts";
import { ownSearch } from "../search.ts";
import { usePageText } from "../text/page-text.tsx";
import { today } from "../today.ts";
import { useTitle } from "../ui/error-page.tsx";
import { field } from "../ui/field.ts";
import { PageLink } from "../ui/page-link.tsx";
import { Bone, Loading } from "../ui/skeleton.tsx";
import { areThere, useAnswers, useComplete } from "../use-answers.ts";
import { useView } from "../view.tsx";
import { Differences } from "./differences.tsx";
import { codesOf, ofIndicator } from "./narrow.ts";
import { daysReads } from "./reads.ts";

const route = getRouteApi("/pages/releases/compare");

/** What was known on one day and is otherwise on another. */
export function DaysPage() {
  const { say } = usePageText();
  useTitle(say("releases.daysTitle"), say("releases.daysBody"));
  return (
    <>
      <header className="pt-8">
        <nav aria-label={say("breadcrumb")} className="no-print text-sm">
          <PageLink to="/releases">{say("nav.releases")}</PageLink>
        </nav>
        <h1 className="mt-2 text-2xl sm:text-3xl">{say("releases.daysTitle")}</h1>
        <p className="measure mt-3 text-soft">{say("releases.daysBody")}</p>
      </header>
      <Suspense fallback={<Waiting />}>
        <Days />
      </Suspense>
    </>
  );
}

function Waiting() {
  return (
    <Loading>
      <Bone className="mt-6 h-16 max-w-2xl" />
      <Bone className="mt-8 h-20 max-w-2xl" />
      <Bone className="mt-8 h-96" />
    </Loading>
  );
}

function Days() {
  const { say, lang } = usePageText();
  const view = useView();
  const queries = useQueryClient();
  const address = route.useSearch({ select: (all) => ownSearch(all), structuralSharing: true });
  const search = useComplete(address, (wanted) => areThere(queries, daysReads(view, wanted)));
  const { to, indicator: code } = search;
  const reads = daysReads(view, search);
  const { compared, indicators, targets, sources } = useAnswers(reads);
  const only = indicators.items.find((indicator) => indicator.code === code);
  const differing = codesOf(compared);
  const isNow = view.asOf === undefined && compared.to.day >= today();
  return (
    <>
      <DaysForm
        from={compared.from.day}
        to={compared.to.day}
        only={only}
        indicators={indicators.items.filter((one) => one === only || differing.has(one.code))}
      />
      {to !== undefined && view.asOf !== undefined && to > view.asOf ? (
        <p className="mt-3 text-sm text-soft">{say("releases.bounded", { day: day(view.asOf, lang) })}</p>
      ) : null}
      <Differences
        compared={only ? ofIndicator(compared, only.code) : compared}
        only={only}
        isNow={isNow}
        indicators={indicators.items}
        targets={targets.items}
        sourceOf={(id) => sources.items.find((source) => source.id === id)}
      />
    </>
  );
}

type FormProps = { from: string; to: string; only: IndicatorItem | undefined; indicators: IndicatorItem[] };

/** Asks for the two days, and for which indicator; the answer is an address. */
function DaysForm({ from, to, only, indicators }: FormProps) {
  const { say } = usePageText();
  const { asOf } = useView();
  const navigate = route.useNavigate();
  const last = asOf ?? today();
  return (
    <form
      className="no-print mt-6 flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        const [one, two] = [String(data.get("from")), String(data.get("to"))].sort() as [string, string];
        const indicator = String(data.get("indicator")) || undefined;
        void navigate({
          search: (now) => ({ ...now, from: one, to: two === last ? undefined : two, indicator }),
          resetScroll: false,
        });
      }}
    >
      {(["from", "to"] as const).map((name) => (
        <label key={name} className="text-xs font-semibold text-soft">
          {say(`releases.${name}`)}
          <input
            key={name === "from" ? from : to}
            type="date"
            name={name}
            required
            max={last}
            defaultValue={name === "from" ? from : to}
            className={`${field} mt-1 min-w-44`}
          />
        </label>
      ))}
      <label className="max-w-full text-xs font-semibold text-soft">
        {say("releases.indicator")}
        <select
          key={only?.code}
          name="indicator"
          defaultValue={only?.code ?? ""}
          className={`${field} mt-1 max-w-full`}
        >
          <option value="">{say("releases.anyIndicator")}</option>
          {indicators
            .toSorted((a, b) => a.order - b.order)
            .map(({ code, shortName }) => (
              <option key={code} value={code}>
                {shortName}
              </option>
            ))}
        </select>
      </label>
      <button type="submit" className="button button-main">
        {say("releases.compare")}
      </button>
    </form>
  );
}
