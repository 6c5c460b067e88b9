import { COUNTRY } from "@moc2030/shared/country";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, Suspense } from "react";
import { dayOfInstant } from "../format.ts";
import { instant } from "../instant.ts";
import { usePageText } from "../text/page-text.tsx";
import { useTitle } from "../ui/error-page.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { useNamedPart } from "../ui/use-named-part.ts";
import { useAnswers } from "../use-answers.ts";
import { useView } from "../view.tsx";
import { FiguresTable } from "./figures-table.tsx";
import { Origin } from "./ledger-table.tsx";
import { OtherEconomies } from "./others.tsx";
import { releaseReads } from "./reads.ts";
import { StatusesTable } from "./statuses-table.tsx";
import { TextsList } from "./texts-list.tsx";

const route = getRouteApi("/pages/releases/$id");

/** One release: the statuses it changed, its figures old and new, and its texts. */
export const ReleasePage = () => (
  <Suspense fallback={<PageSkeleton />}>
    <Release />
  </Suspense>
);

function Release() {
  const { say, lang } = usePageText();
  const { id } = route.useParams();
  const { release: detail, ledger, indicators, targets, sources } = useAnswers(releaseReads(useView(), id));
  const { release, observations, definitions, statuses, earlyReaders } = detail;
  const name = say("releases.number", { id: release.id });
  useTitle(name, `${dayOfInstant(release.publishedAt, lang)} · ${release.reason}`);
  useNamedPart();
  const own = observations.filter(({ new: now }) => now.refArea === COUNTRY);
  const sourceOf = (source: string) => sources.items.find((one) => one.id === source);
  const newest = ledger.items[0]?.id ?? release.id;
  return (
    <>
      <header className="pt-8">
        <nav aria-label={say("breadcrumb")} className="no-print text-sm">
          <PageLink to="/releases">{say("nav.releases")}</PageLink>
        </nav>
        <h1 className="mt-2 text-2xl sm:text-3xl">{name}</h1>
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
          {release.id > 1 ? (
            <Neighbour id={release.id - 1} text={say("releases.previous", { id: release.id - 1 })} />
          ) : null}
          {release.id < newest ? (
            <Neighbour id={release.id + 1} text={say("releases.next", { id: release.id + 1 })} />
          ) : null}
        </nav>
      </header>
      <Part id="statuses" title={say("releases.statuses", { n: statuses.length })}>
        {statuses.length === 0 ? (
          <p className="mt-2 text-soft">{say("releases.noStatuses")}</p>
        ) : (
          <StatusesTable
            caption={say("releases.statuses", { n: statuses.length })}
            columns={{ before: say("releases.before"), after: say("releases.after") }}
            statuses={statuses}
            targets={targets.items}
            indicators={indicators.items}
          />
        )}
      </Part>
      <Part id="figures" title={say("releases.ownFigures", { n: own.length })}>
        {own.length === 0 ? (
          <p className="mt-2 text-soft">{say("releases.noFigures")}</p>
        ) : (
          <FiguresTable
            caption={say("releases.ownFigures", { n: own.length })}
            figures={own}
            indicators={indicators.items}
            sourceOf={sourceOf}
          />
        )}
        <OtherEconomies
          figures={observations.filter(({ new: now }) => now.refArea !== COUNTRY)}
          indicators={indicators.items}
        />
      </Part>
      {definitions.length > 0 ? (
        <Part id="texts" title={say("releases.textsTitle", { n: definitions.length })}>
          <TextsList definitions={definitions} />
        </Part>
      ) : null}
    </>
  );
}

const Neighbour = ({ id, text }: { id: number; text: string }) => (
  <PageLink to={`/releases/${id}`} className="button">
    {text}
  </PageLink>
);

const Part = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section aria-labelledby={id} className="mt-10">
    <h2 id={id} className="mb-2 text-xl">
      {title}
    </h2>
    {children}
  </section>
);
