import { useSuspenseQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import {
  type Assessments,
  type IndicatorItem,
  assessments as readAssessments,
  indicators as readIndicators,
} from "../api.ts";
import { Provenance } from "../document/provenance.tsx";
import { flagWords } from "../flags.ts";
import { isOfEdition, observed } from "../format.ts";
import { usePageText } from "../text/page-text.tsx";
import { EmptyRelease } from "../ui/empty-release.tsx";
import { useTitle } from "../ui/error-page.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { StatusIcon } from "../ui/status-badge.tsx";
import { useView } from "../view.tsx";
import { statusWord } from "../wording.ts";

const ROLES = ["headline", "target", "context"] as const;

/** Every indicator with its newest figure and its statuses. */
export const IndicatorListPage = () => (
  <Suspense fallback={<PageSkeleton />}>
    <IndicatorList />
  </Suspense>
);

function IndicatorList() {
  const { say } = usePageText();
  const view = useView();
  const { data } = useSuspenseQuery(readIndicators(view));
  const { data: assessed } = useSuspenseQuery(readAssessments(view));
  useTitle(say("nav.indicators"), say("list.body"));
  if (data.items.length === 0) return <EmptyRelease />;
  return (
    <>
      <header className="pt-10">
        <h1 className="text-2xl sm:text-3xl">{say("list.title")}</h1>
        <p className="measure mt-3 text-soft">{say("list.body")}</p>
      </header>
      {ROLES.map((role) => (
        <section key={role} aria-labelledby={role} className="mt-10">
          <h2 id={role} className="text-xl">
            {say(`list.${role}`)}
          </h2>
          <ul className="mt-3 border-t border-line-strong">
            {data.items
              .filter((item) => item.role === role)
              .sort((a, b) => a.order - b.order)
              .map((item) => (
                <Row
                  key={item.code}
                  indicator={item}
                  assessments={assessed.items.filter((a) => a.indicator === item.code)}
                />
              ))}
          </ul>
        </section>
      ))}
      <Provenance
        release={data.release}
        referenceDate={assessed.referenceDate}
        methodVersion={assessed.items[0]?.methodVersion}
      />
    </>
  );
}

function Row({ indicator, assessments }: { indicator: IndicatorItem; assessments: Assessments["items"] }) {
  const text = usePageText();
  const { say, lang } = text;
  const { latest } = indicator;
  const value = latest && observed(latest, indicator.valueKind, lang);
  return (
    <li className="grid gap-x-8 gap-y-1 border-b border-line py-4 md:grid-cols-[5fr_3fr_4fr]">
      <div>
        <h3 className="text-base">
          <PageLink to={`/indicators/${indicator.code}`} className="plain">
            {indicator.name}
          </PageLink>
        </h3>
        <p className="mt-0.5 text-xs text-soft">{indicator.pillar}</p>
      </div>
      <p className="text-sm">
        {latest && value !== null ? (
          <>
            <strong className="text-base font-semibold">{value}</strong>{" "}
            <span className="text-soft">
              {[
                say(isOfEdition(indicator.valueKind) ? "year.edition" : "year.plain", { year: latest.timePeriod }),
                ...flagWords(latest, text),
              ].join(" · ")}
            </span>
          </>
        ) : (
          <span className="text-soft">{say("value.none")}</span>
        )}
      </p>
      <ul className="space-y-1 text-sm">
        {assessments
          .toSorted((a, b) => b.targetYear - a.targetYear)
          .map((a) => (
            <li key={a.targetId} className="flex items-start gap-2">
              <StatusIcon status={a.class} className="mt-1 size-3.5" />
              <span>
                <span className="text-soft">{a.targetYear}:</span> {statusWord(a, text)}
              </span>
            </li>
          ))}
      </ul>
    </li>
  );
}
