import { COUNTRY } from "@moc2030/shared/figure/country";
import { PageLink } from "../../address/page-link.tsx";
import { keptPoint } from "../../address/read-point.ts";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { FigureComment } from "../../document/figure-comment.tsx";
import type { Page, ReadAnswer, Request } from "../../document/page.ts";
import { readAll } from "../../document/read-all.ts";
import { SourceLink } from "../../document/source-link.tsx";
import { useText } from "../../text/text.tsx";
import { Section } from "../../ui/section.tsx";
import { dayOfInstant } from "../../words/format.ts";
import { instant } from "../../words/instant.ts";
import { vagueDay } from "../../words/published.ts";
import { FiguresTable } from "./figures-table.tsx";
import { Origin } from "./ledger-table.tsx";
import { OtherEconomies } from "./others.tsx";
import { StatusesTable } from "./statuses-table.tsx";
import { TextsList } from "./texts-list.tsx";

type Data = Awaited<ReturnType<typeof load>>;

/** A release: changed statuses, old and new figures, changed texts. */
export const release: Page<object, Data> = {
  path: "/releases/:id{[1-9]\\d{0,8}}",
  parse: () => ({}),
  load,
  head: ({ release: { release } }, { say, lang }) => ({
    title: say("releases.number", { id: release.id }),
    description: `${dayOfInstant(release.publishedAt, lang)} · ${release.reason}`,
  }),
  paths: async (read) => (await read(api.releaseContents(api.DEFAULT_VIEW))).items.map(({ id }) => `/releases/${id}`),
  Component: ReleasePage,
};

/** Figures in the document at most. */
const FIGURES = 1500;

function load(read: ReadAnswer, { view, params: { id = "" } }: Request<object>) {
  return readAll(read, {
    release: api.release(view, id, FIGURES),
    indicators: api.indicators(view),
    targets: api.targets(view),
    sources: api.sources(view),
    areas: api.areas(view),
  });
}

const PART = { className: "mt-10", look: "mb-2 text-xl" };

function ReleasePage({ data }: { data: Data }) {
  const text = useText();
  const { say, lang } = text;
  const view = useView();
  const { release, observations, definitions, statuses, total = 0, own: ofCountry = 0 } = data.release;
  const file = api.releaseFile({ lang, asOf: undefined, ...keptPoint(view, data.targets.release?.id) }, release.id);
  const indicators = data.indicators.items;
  const sourceOf = (id: string) => data.sources.items.find((source) => source.id === id);
  const own = observations.filter(({ new: now }) => now.refArea === COUNTRY);
  return (
    <>
      <Heading data={data} />
      <Section {...PART} id="statuses" title={say("releases.statuses", { n: statuses.length })}>
        {statuses.length === 0 ? (
          <p className="mt-2 text-soft">{say("releases.noStatuses")}</p>
        ) : (
          <StatusesTable
            caption={say("releases.statuses", { n: statuses.length })}
            columns={{ before: say("releases.before"), after: say("releases.after") }}
            statuses={statuses}
            targets={data.targets.items}
            indicators={indicators}
          />
        )}
      </Section>
      <Section {...PART} id="figures" title={say("releases.ownFigures", { n: ofCountry })}>
        {own.length === 0 ? (
          <p className="mt-2 text-soft">{say("releases.noFigures")}</p>
        ) : (
          <FiguresTable
            caption={say("releases.ownFigures", { n: ofCountry })}
            columns={{
              ...{ before: say("releases.old"), after: say("releases.new") },
              last: say("releases.sourceAndNote"),
            }}
            figures={own}
            all={ofCountry}
            file={file}
            indicators={indicators}
            last={({ new: now }) => (
              <div className="text-xs">
                <SourceLink source={sourceOf(now.source)} />
                <div className="mt-0.5 text-soft empty:hidden">
                  <FigureComment of={now} sourceOf={sourceOf} />
                </div>
                <div className="text-soft empty:hidden">{vagueDay(now, text)}</div>
              </div>
            )}
          />
        )}
        <OtherEconomies
          figures={observations.filter(({ new: now }) => now.refArea !== COUNTRY)}
          all={total - ofCountry}
          file={file}
          indicators={indicators}
          areas={data.areas.items}
        />
      </Section>
      {definitions.length > 0 ? (
        <Section {...PART} id="texts" title={say("releases.textsTitle", { n: definitions.length })}>
          <TextsList definitions={definitions} />
        </Section>
      ) : null}
    </>
  );
}

function Heading({ data }: { data: Data }) {
  const { say, lang } = useText();
  const { release, earlyReaders } = data.release;
  const newest = data.targets.release?.id ?? release.id;
  const beside = [
    { id: release.id - 1, text: "releases.previous" },
    { id: release.id + 1, text: "releases.next" },
  ] as const;
  return (
    <header className="pt-8">
      <nav aria-label={say("breadcrumb")} className="no-print text-sm">
        <PageLink to="/releases">{say("nav.releases")}</PageLink>
      </nav>
      <h1 className="mt-2 text-2xl sm:text-3xl">{say("releases.number", { id: release.id })}</h1>
      <p className="measure mt-2">
        {dayOfInstant(release.publishedAt, lang)} · {release.reason}
      </p>
      <div className="mt-1">
        <Origin entry={release} />
        {earlyReaders.length > 0 ? (
          <p className="text-xs text-soft">
            {say("releases.earlyReaders", {
              list: earlyReaders
                .map(({ name, role, from }) =>
                  say("releases.earlyReader", { who: role ? `${name} (${role})` : name, from: instant(from, lang) }),
                )
                .join("; "),
            })}
          </p>
        ) : null}
      </div>
      <nav aria-label={say("releases.neighbours")} className="no-print mt-4 flex flex-wrap gap-3">
        {beside
          .filter(({ id }) => id >= 1 && id <= newest)
          .flatMap(({ id, text }) => [
            " ",
            <PageLink key={id} to={`/releases/${id}`} className="button">
              {say(text, { id })}
            </PageLink>,
          ])}
      </nav>
    </header>
  );
}
