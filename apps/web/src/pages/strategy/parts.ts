import type { Target } from "@moc2030/shared/schema/target";
import type { Commitment, LegalDocument, Milestone, Orientation, Trial } from "../../client/api.ts";
import type { Text } from "../../text/text.tsx";
import { onlyElsewhere, targetsByYear } from "./beside.ts";
import { CENTRES } from "./commitments.tsx";
import type { Part } from "./contents.tsx";

type Name = "documents" | "others" | "orientations" | "targets" | "elsewhere" | "commitments" | "trials" | "timeline";
type Shown = {
  documents: readonly LegalDocument[];
  orientations: readonly Orientation[];
  targets: Target[];
  commitments: readonly Commitment[];
  trials: readonly Trial[];
  milestones: readonly Milestone[];
};

/** Sections of the page in order, with item counts; ids are URL fragments. Empty subsections are omitted. */
export function partsOf(shown: Shown, { say }: Text): Part[] {
  const { documents, orientations, targets, commitments, trials, milestones } = shown;
  const strategy = documents.find((document) => document.strategy);
  const others = documents.filter((one) => one.id !== strategy?.id && one.id !== strategy?.implements);
  const some = (parts: Part[]) => parts.filter(({ n }) => n !== 0);
  const part = (id: Name, n: number, parts: Part[] = []) => ({
    id,
    name: say(`strategy.${id}`),
    n,
    parts: some(parts),
  });
  const years = (strategy ? targetsByYear(targets, strategy.id) : []).map(([year, own]) => ({
    ...{ id: `year-${year}`, name: say("strategy.year", { year }), n: own.length },
  }));
  const centres = CENTRES.map((topic) => ({
    ...{ id: topic, name: say(`strategy.topic.${topic}`) },
    n: commitments.filter((one) => one.topic === topic).length,
  }));
  const all = years.reduce((sum, { n }) => sum + n, 0);
  return [
    part("documents", documents.length, [part("others", others.length)]),
    ...(strategy
      ? [
          part("orientations", orientations.length),
          part("targets", all, [...years, part("elsewhere", onlyElsewhere(targets, strategy.id).length)]),
        ]
      : [{ id: "targets", name: say("strategy.targets") }]),
    part("commitments", commitments.length, centres),
    part("trials", trials.length),
    part("timeline", milestones.length),
  ];
}
