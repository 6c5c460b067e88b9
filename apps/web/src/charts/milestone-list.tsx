import type { ReactElement } from "react";
import type { NumberedMilestone } from "./indicator-state.ts";
import { fontSize } from "./theme.ts";

/** The texts of the numbered ticks, in the order of their numbers. */
export function MilestoneList(props: {
  milestones: readonly NumberedMilestone[];
  heading: string;
}): ReactElement | null {
  const { milestones, heading } = props;
  if (milestones.length === 0) return null;
  return (
    <ol
      aria-label={heading}
      style={{
        listStyle: "decimal",
        margin: "8px 0 0",
        paddingInlineStart: "2em",
        fontSize: fontSize.label,
        lineHeight: 1.5,
      }}
    >
      {milestones.map(({ id, title }) => (
        <li key={id}>{title}</li>
      ))}
    </ol>
  );
}
