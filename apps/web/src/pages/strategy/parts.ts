import type { Target } from "@moc2030/shared/schema/target";
import type { Commitment, LegalDocument, Milestone, Orientation } from "../../client/api.ts";
import type { Text } from "../../text/text.tsx";
import { onlyElsewhere, targetsByYear } from "./beside.ts";
import { CENTRES } from "./commitments.tsx";
import type { Part } from "./contents.tsx";

type Shown = {
  documents: readonly LegalDocument[];
  orientations: readonly Orientation[];
  targets: Target[];
  commitments: readonly Commitment[];
  milestones: readonly Milestone[];
};

/** The parts of the page in their order, each with how much is in it; their ids are addresses inside it. */
export function partsOf({ documents, orientations, targets, commitments, milestones }: Shown, { say }: Text): Part[] {
  const strategy = documents.find((document) => document.strategy);
  const others = documents.filter((one) => one.id !== strategy?.id && one.id !== strategy?.implements);
  const some = (parts: Part[]) => parts.filter(({ n }) => n !== 0);
  const years = strategy ? targetsByYear(targets, strategy.id) : [];
  return [
    {
      id: "documents",
      name: say("strategy.documents"),
      n: documents.length,
      parts: some([{ id: "others", name: say("strategy.others"), n: others.length }]),
    },
    ...(strategy ? [{ id: "orientations", name: say("strategy.orientations"), n: orientations.length }] : []),
    {
      id: "targets",
      name: say("strategy.targets"),
      ...(strategy
        ? {
            n: years.reduce((sum, [, own]) => sum + own.length, 0),
            parts: some([
              ...years.map(([year, own]) => ({
                id: `year-${year}`,
                name: say("strategy.year", { year }),
                n: own.length,
              })),
              { id: "elsewhere", name: say("strategy.elsewhere"), n: onlyElsewhere(targets, strategy.id).length },
            ]),
          }
        : {}),
    },
    {
      id: "commitments",
      name: say("strategy.commitments"),
      n: commitments.length,
      parts: some(
        CENTRES.map((topic) => ({
          id: topic,
          name: say(`strategy.topic.${topic}`),
          n: commitments.filter((one) => one.topic === topic).length,
        })),
      ),
    },
    { id: "timeline", name: say("strategy.timeline"), n: milestones.length },
  ];
}
