import { memo, type ReactElement } from "react";
import type { ComparisonLayout } from "./comparison-layout.ts";
import type { Look } from "./comparison-look.ts";
import type { ComparedRun } from "./comparison-state.ts";
import { Dots, placesOf, polyline } from "./marks.tsx";

/** Dot radius; isolated figures have no line, so their dots are larger. */
export const dotSize = (run: ComparedRun, isBold: boolean): number => (isBold ? 4 : run.marks.length > 1 ? 2.5 : 3);

/** A run of an area's line, memoised: highlighting redraws only lines whose look changes. */
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
