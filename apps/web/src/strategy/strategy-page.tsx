import { Suspense } from "react";
import { Provenance } from "../document/provenance.tsx";
import { usePageText } from "../text/page-text.tsx";
import { Below } from "../ui/below.tsx";
import { EmptyRelease } from "../ui/empty-release.tsx";
import { useTitle } from "../ui/error-page.tsx";
import { useAnswers } from "../use-answers.ts";
import { useView } from "../view.tsx";
import { Commitments } from "./commitments.tsx";
import { Contents } from "./contents.tsx";
import { Documents } from "./documents.tsx";
import { Orientations } from "./orientations.tsx";
import { partsOf } from "./parts.ts";
import { strategyReads } from "./reads.ts";
import { Section } from "./section.tsx";
import { StrategySkeleton } from "./strategy-skeleton.tsx";
import { Targets } from "./targets.tsx";
import { Timeline } from "./timeline.tsx";

/** From the resolution to the Decision, its orientations and targets; what else was promised; what happened when. */
export const StrategyPage = () => (
  <Suspense fallback={<StrategySkeleton />}>
    <Strategy />
  </Suspense>
);

function Strategy() {
  const text = usePageText();
  const { say } = text;
  const { documents, orientations, targets, indicators, assessments, commitments, milestones, sources } = useAnswers(
    strategyReads(useView()),
  );
  useTitle(say("nav.strategy"), say("strategy.body"));
  const { release, items } = documents;
  if (!release) return <EmptyRelease />;
  const strategy = items.find((document) => document.strategy);
  const sourceOf = (id: string) => sources.items.find((source) => source.id === id);
  return (
    <>
      <header className="pt-10">
        <h1 className="text-2xl sm:text-3xl">{say("strategy.title")}</h1>
        <p className="measure mt-3 text-soft">{say("strategy.body")}</p>
        <Contents
          parts={partsOf(
            {
              documents: items,
              orientations: orientations.items,
              targets: targets.items,
              commitments: commitments.items,
              milestones: milestones.items,
            },
            text,
          )}
        />
      </header>
      <Documents documents={items} targets={targets.items} sourceOf={sourceOf} />
      {strategy ? (
        <Below>
          <Orientations orientations={orientations.items} sourceOf={sourceOf} />
          <Targets
            strategy={strategy}
            documents={items}
            targets={targets.items}
            indicators={indicators.items}
            assessments={assessments.items}
            sourceOf={sourceOf}
          />
        </Below>
      ) : (
        <Section id="targets" title={say("strategy.notYetTitle")} body={<p>{say("strategy.notYet")}</p>} />
      )}
      <Below>
        <Commitments commitments={commitments.items} milestones={milestones.items} sourceOf={sourceOf} />
      </Below>
      <Below>
        <Timeline milestones={milestones.items} sourceOf={sourceOf} />
      </Below>
      <Provenance
        release={release}
        referenceDate={assessments.referenceDate}
        methodVersion={assessments.items[0]?.methodVersion}
      />
    </>
  );
}
