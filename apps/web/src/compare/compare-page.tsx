import { COUNTRY } from "@moc2030/shared/country";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { memo, Suspense, useCallback, useState } from "react";
import { Provenance } from "../document/provenance.tsx";
import { type CompareSearch, ownSearch } from "../search.ts";
import { usePageText } from "../text/page-text.tsx";
import { Below } from "../ui/below.tsx";
import { EmptyRelease } from "../ui/empty-release.tsx";
import { useTitle } from "../ui/error-page.tsx";
import { Choices } from "./choices.tsx";
import { ChosenAreas } from "./chosen-areas.tsx";
import { CompareSkeleton } from "./compare-skeleton.tsx";
import type { Comparison } from "./comparison.ts";
import { Picture } from "./picture.tsx";
import { PositionsTable } from "./positions-table.tsx";
import { askedAreas, chosenAreas, shownYears } from "./state.ts";
import { useCompared } from "./use-compared.ts";

/** Countries over editions, side by side. */
export const ComparePage = () => (
  <Suspense fallback={<CompareSkeleton />}>
    <Compare />
  </Suspense>
);

function Compare() {
  const { say } = usePageText();
  const address = useSearch({ from: "/pages/compare", select: (all) => ownSearch(all), structuralSharing: true });
  const { compared, search } = useCompared(address);
  const [highlighted, setHighlighted] = useState<string | null>(null);
  useTitle(say("nav.compare"), say("compare.body"));
  if (!compared) return <EmptyRelease />;
  return (
    <div aria-busy={address !== search}>
      <header className="pt-8 sm:pt-10">
        <h1 className="text-2xl sm:text-3xl">{say("compare.title")}</h1>
        <p className="measure mt-3 text-soft">{say("compare.body")}</p>
      </header>
      <Controls compared={compared} address={address} onHighlight={setHighlighted} />
      <Picture compared={compared} tab={search.tab ?? "chart"} highlighted={highlighted} onHighlight={setHighlighted} />
      <Below>
        <Rest
          shown={compared.shown}
          years={compared.years}
          group={compared.group}
          release={compared.release}
          day={compared.day}
        />
      </Below>
    </div>
  );
}

type ControlsProps = {
  compared: Comparison;
  address: CompareSearch;
  onHighlight: (area: string | null) => void;
};

/** What is compared, as the address has it now; the picture may still be the one before. */
function Controls({ compared, address, onHighlight }: ControlsProps) {
  const { all, shown, areas, members, usual, lines, day } = compared;
  const navigate = useNavigate({ from: "/compare" });
  const change = useCallback(
    (next: (now: CompareSearch) => Partial<CompareSearch>) =>
      navigate({ search: (now) => ({ ...now, ...next(now) }), resetScroll: false }),
    [navigate],
  );
  const onIndicator = useCallback(
    (code: string) => change(() => ({ indicator: code === all[0]?.indicator.code ? undefined : code })),
    [change, all],
  );
  const onYears = useCallback(
    (next: { from?: number; to?: number }) =>
      change((now) => {
        const [from, to] = [next.from ?? now.from, next.to ?? now.to];
        return { from: from === usual[0] ? undefined : from, to: to === usual[1] ? undefined : to };
      }),
    [change, usual],
  );
  const asked = all.find(({ indicator }) => indicator.code === address.indicator) ?? all[0] ?? shown;
  const [from, to] = asked === shown ? shownYears(shown, usual, address) : [asked.from, asked.to];
  return (
    <div className="no-print mt-6 rounded-[6px] bg-sunken p-3 sm:p-5">
      <Choices all={all} shown={asked} from={from} to={to} onIndicator={onIndicator} onYears={onYears} />
      <ChosenAreas
        areas={areas}
        chosen={chosenAreas(address.areas, areas, day)}
        lines={lines}
        members={members}
        onChange={(next) => change(() => ({ areas: askedAreas(next, members) }))}
        onHighlight={onHighlight}
      />
    </div>
  );
}

type RestProps = Pick<Comparison, "shown" | "years" | "group" | "release" | "day">;

/** Places within the group, breaks within the years shown, how the publisher says its figures are to be read, and the release. */
const Rest = memo(function Rest({ shown, years, group, release, day }: RestProps) {
  const { say } = usePageText();
  const { breaks, notes, valueKind } = shown.indicator;
  const inside = breaks.filter(({ timePeriod }) => timePeriod > years[0] && timePeriod <= years[1]);
  return (
    <>
      {valueKind === "tier" ? null : <PositionsTable group={group} focus={COUNTRY} />}
      {inside.length + notes.length > 0 ? (
        <section aria-labelledby="notes" className="mt-12">
          <h2 id="notes" className="text-xl">
            {say("about.notes")}
          </h2>
          <ul className="measure mt-3 list-disc space-y-2 ps-5 text-sm marker:text-soft">
            {inside.map((one) => (
              <li key={one.timePeriod}>
                {say("about.break", { year: one.timePeriod })} {one.cause}
              </li>
            ))}
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <Provenance release={release} referenceDate={day} methodVersion={undefined} />
    </>
  );
});
