import { PageLink } from "../../address/page-link.tsx";
import * as api from "../../client/api.ts";
import { EmptyRelease } from "../../document/empty-release.tsx";
import type { Page, ReadAnswer, Request } from "../../document/page.ts";
import { Provenance } from "../../document/provenance.tsx";
import { readAll } from "../../document/read-all.ts";
import { StatusIcon } from "../../document/status-badge.tsx";
import { useText } from "../../text/text.tsx";
import { editionText } from "../../words/edition.ts";
import { flagWords } from "../../words/flags.ts";
import { observed } from "../../words/format.ts";
import { averageText } from "../../words/target-row.ts";
import { statusWord } from "../../words/wording.ts";

const ROLES = ["headline", "target", "context"] as const;

type Data = Awaited<ReturnType<typeof load>>;

/** All indicators with their latest figure and statuses. */
export const indicatorList: Page<object, Data> = {
  path: "/indicators",
  parse: () => ({}),
  load,
  head: (_, { say }) => ({ title: say("nav.indicators"), description: say("list.body") }),
  Component: IndicatorList,
};

function load(read: ReadAnswer, { view }: Request<object>) {
  return readAll(read, { indicators: api.indicators(view), assessments: api.assessments(view) });
}

function IndicatorList({ data: { indicators, assessments } }: { data: Data }) {
  const { say } = useText();
  if (indicators.items.length === 0) return <EmptyRelease />;
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
            {indicators.items
              .filter((item) => item.role === role)
              .sort((a, b) => a.order - b.order)
              .map((item) => (
                <Row
                  key={item.code}
                  indicator={item}
                  assessments={assessments.items.filter((a) => a.indicator === item.code)}
                />
              ))}
          </ul>
        </section>
      ))}
      <Provenance
        release={indicators.release}
        referenceDate={assessments.referenceDate}
        methodVersion={assessments.items[0]?.methodVersion}
      />
    </>
  );
}

function Row({ indicator, assessments }: { indicator: api.IndicatorItem; assessments: api.Assessments["items"] }) {
  const text = useText();
  const { say, lang } = text;
  const { latest } = indicator;
  const value = latest && observed(latest, indicator.valueKind, lang);
  // Where a target is an average, a single year's figure is not what is judged.
  const average = averageText(assessments[0]?.average ?? null, lang);
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
        {average ? (
          <>
            <strong className="text-base font-semibold">{average}</strong>{" "}
            <span className="text-soft">
              {latest && value !== null ? say("list.single", { year: latest.timePeriod, value }) : null}
            </span>
          </>
        ) : latest && value !== null ? (
          <>
            <strong className="text-base font-semibold">{value}</strong>{" "}
            <span className="text-soft">
              {[editionText(latest.timePeriod, indicator.valueKind, text), ...flagWords(latest, text)].join(" · ")}
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
                <span className="text-soft">{a.targetYear}:</span> {statusWord(a, text, indicator)}
              </span>
            </li>
          ))}
      </ul>
    </li>
  );
}
