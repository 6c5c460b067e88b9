import type { Delegation } from "../submissions/reads.ts";

/** Reviewers whose delegation is active at an instant, in the API's order of precedence. */
export const standsInFor = (
  delegations: readonly Delegation[],
  standIn: string,
  at: string,
): Delegation["reviewer"][] =>
  delegations
    .filter((d) => d.state === "accepted" && d.standIn.id === standIn && d.startsAt <= at && d.endsAt > at)
    .toSorted((a, b) => a.id - b.id)
    .map(({ reviewer }) => reviewer);
