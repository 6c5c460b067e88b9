import { memo, type ReactElement } from "react";
import type { ComparisonLayout } from "./comparison-layout.ts";
import type { Look } from "./comparison-look.ts";
import type { ComparedRun } from "./comparison-state.ts";
import { Dots, placesOf, polyline } from "./marks.tsx";

/** The size of a dot; a figure without neighbours has no line to be seen by. */
export const dotSize = (run: ComparedRun, isBold: boolean): number => (isBold ? 4 : run.marks.length > 1 ? 2.5 : 3);

/** A stretch of an area's line. Remembered, so that lighting one line up redraws only the lines whose look changes. */
export const ComparedLine = memo(function ComparedLine(
  props: { run: ComparedRun; layout: ComparisonLayout } & Look,
): ReactElement {
  const { run, layout, ...look } = props;
  const places = placesOf(run.marks, layout);
  return (
    <g opacity={look.opacity}>
      {places.length > 1 ? (
        <path d={polyline(places)} fill="none" stroke={look.stroke} strokeWidth={look.strokeWidth} />
      ) : null}
      <Dots marks={run.marks} places={places} r={dotSize(run, look.bold)} stroke={look.stroke} />
    </g>
  );
});
