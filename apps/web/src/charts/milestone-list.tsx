import type { ReactElement } from "react";
import type { NumberedMilestone } from "./indicator-parts.ts";

/** List of the milestones that the numbered ticks refer to. */
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
