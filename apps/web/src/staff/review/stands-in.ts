import type { Delegation } from "../submissions/reads.ts";

/** The reviewers for whom somebody stands in at an instant, in the order in which the API takes their right. */
export const standsInFor = (
  delegations: readonly Delegation[],
  standIn: string,
  at: string,
): Delegation["reviewer"][] =>
  delegations
    .filter((d) => d.state === "accepted" && d.standIn.id === standIn && d.startsAt <= at && d.endsAt > at)
    .toSorted((a, b) => a.id - b.id)
    .map(({ reviewer }) => reviewer);
