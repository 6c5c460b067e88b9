import * as api from "../../client/api.ts";
import { EmptyRelease } from "../../document/empty-release.tsx";
import type { Page, ReadAnswer, Request } from "../../document/page.ts";
import { Provenance } from "../../document/provenance.tsx";
import { readAll } from "../../document/read-all.ts";
import { useText } from "../../text/text.tsx";
import { Commitments } from "./commitments.tsx";
import { Contents } from "./contents.tsx";
import { Documents } from "./documents.tsx";
import { Orientations } from "./orientations.tsx";
import { partsOf } from "./parts.ts";
import { parseStrategy, type StrategySearch } from "./search.ts";
import { Section } from "./section.tsx";
import { Targets } from "./targets.tsx";
import { Timeline } from "./timeline.tsx";
import { Trials } from "./trials.tsx";

type Data = Awaited<ReturnType<typeof load>>;

/** The strategy page: documents, orientations, targets, commitments, trials and timeline. */
export const strategy: Page<StrategySearch, Data> = {
  path: "/strategy",
  parse: parseStrategy,
  load,
  head: (_, { say }) => ({ title: say("nav.strategy"), description: say("strategy.body") }),
  Component: Strategy,
};

function load(read: ReadAnswer, { view }: Request<StrategySearch>) {
  return readAll(read, {
    documents: api.documents(view),
    orientations: api.orientations(view),
    targets: api.targets(view),
    indicators: api.indicators(view),
    assessments: api.assessments(view),
    bodies: api.bodies(view),
    commitments: api.commitments(view),
    trials: api.trials(view),
    statements: api.statements(view),
    reports: api.issuedReports(view),
    milestones: api.milestones(view),
    sources: api.sources(view),
  });
}

function Strategy({ data, search: { topic } }: { data: Data; search: StrategySearch }) {
  const text = useText();
  const { say } = text;
  const { release, items: documents } = data.documents;
  if (!release) return <EmptyRelease />;
  const [orientations, targets, assessments] = [data.orientations.items, data.targets.items, data.assessments.items];
  const [commitments, milestones] = [data.commitments.items, data.milestones.items];
  const trials = data.trials.items;
  const remarks = data.statements.items.filter((one) => one.kind === "remark");
  const own = documents.find((document) => document.strategy);
  const sourceOf = (id: string) => data.sources.items.find((source) => source.id === id);
  return (
    <>
      <header className="pt-10">
        <h1 className="text-2xl sm:text-3xl">{say("strategy.title")}</h1>
        <p className="measure mt-3 text-soft">{say("strategy.body")}</p>
        <Contents parts={partsOf({ documents, orientations, targets, commitments, trials, milestones }, text)} />
      </header>
      <Documents documents={documents} targets={targets} sourceOf={sourceOf} />
      {own ? (
        <>
          <Orientations orientations={orientations} sourceOf={sourceOf} />
          <Targets
            strategy={own}
            indicators={data.indicators.items}
            bodies={data.bodies.items}
            on={data.assessments.referenceDate}
            reports={data.reports.items}
            {...{ documents, targets, assessments, remarks, sourceOf }}
          />
        </>
      ) : (
        <Section id="targets" title={say("strategy.notYetTitle")} body={<p>{say("strategy.notYet")}</p>} />
      )}
      <Commitments commitments={commitments} milestones={milestones} sourceOf={sourceOf} />
      <Trials trials={trials} sourceOf={sourceOf} />
      <Timeline milestones={milestones} topic={topic} sourceOf={sourceOf} />
      <Provenance
        release={release}
        referenceDate={data.assessments.referenceDate}
        methodVersion={assessments[0]?.methodVersion}
      />
    </>
  );
}
