import type { ReactElement } from "react";
import { Axes } from "./axes.tsx";
import { EndLabels } from "./comparison-labels.tsx";
import type { ComparisonLayout } from "./comparison-layout.ts";
import { ComparedLine } from "./comparison-line.tsx";
import { lookOf } from "./comparison-look.ts";
import type { ComparisonState } from "./comparison-state.ts";
import type { ChartFormat } from "./model.ts";
import { color, fontSize, lineHeight } from "./theme.ts";

type Props = {
  state: ComparisonState;
  layout: ComparisonLayout;
  format: ChartFormat;
  /** The area that is lit up, and what lights one up; without, the labels are text. */
  highlighted?: string | null;
  highlight?: (area: string | null) => void;
};

/** All that is drawn of a comparison, at the places of its layout. */
export function ComparisonMarks({ state, layout, format, highlighted = null, highlight }: Props): ReactElement {
  const look = (area: string) => lookOf(area, state.focus, highlighted);
  return (
    <>
      <Axes layout={layout} tick={format.tick} />
      {state.runs.map((run) => (
        <ComparedLine key={run.key} run={run} layout={layout} {...look(run.area)} />
      ))}
      <text x={0} y={lineHeight(fontSize.tick) * 0.76} fontSize={fontSize.tick} fill={color.muted}>
        {state.unit}
      </text>
      <EndLabels {...{ layout, highlighted, highlight, look }} />
    </>
  );
}
