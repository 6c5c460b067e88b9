import type { ReactElement } from "react";
import type { NumberedMilestone } from "./indicator-parts.ts";

/** The texts of the numbered ticks, in the order of their numbers. */
export function MilestoneList(props: {
  milestones: readonly NumberedMilestone[];
  heading: string;
}): ReactElement | null {
  const { milestones, heading } = props;
  if (milestones.length === 0) return null;
  return (
    <ol aria-label={heading} className="mt-2 list-decimal ps-8 text-xs">
      {milestones.map(({ id, title }) => (
        <li key={id}>{title}</li>
      ))}
    </ol>
  );
}
