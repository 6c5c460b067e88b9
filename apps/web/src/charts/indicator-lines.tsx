import { memo, type ReactElement, type SVGProps } from "react";
import type { IndicatorLayout } from "./indicator-layout.ts";
import type { Run } from "./indicator-parts.ts";
import type { IndicatorState } from "./indicator-state.ts";
import { AssumedDot, Diamond, Dots, placesOf, polyline } from "./marks.tsx";
import type { ChartWay } from "./model.ts";
import { color } from "./theme.ts";

/** Style of a run: the official series is thicker and in the accent colour. */
export const runLook = ({ series }: Run): { stroke: string; strokeWidth: number; r: number } =>
  series.official
    ? { stroke: color.accent, strokeWidth: 2.5, r: 4.5 }
    : { stroke: color.other, strokeWidth: 1.5, r: 3.5 };

/** Styles of computed lines: reference path dotted, needed path dashed, average thin and solid. */
const wayLook: Record<ChartWay["kind"], SVGProps<SVGPathElement>> = {
  reference: { stroke: color.target, strokeWidth: 1.5, strokeDasharray: "1.5 5", strokeLinecap: "round" },
  needed: { stroke: color.target, strokeWidth: 1.5, strokeDasharray: "6 4" },
  average: { stroke: color.accent, strokeWidth: 1.25 },
};

/** Lines, dots and targets of an indicator chart. */
export const IndicatorLines = memo(function IndicatorLines(props: {
  state: IndicatorState;
  layout: IndicatorLayout;
}): ReactElement {
  const { state, layout } = props;
  return (
    <g fill="none">
      {state.ways.map(({ key, kind, points }) => (
        <path key={key} d={polyline(placesOf(points, layout))} {...wayLook[kind]} />
      ))}
      {state.averages.map(({ key, from, to, value }) => (
        <path
          key={key}
          d={polyline(
            placesOf(
              [from, to].map((timePeriod) => ({ timePeriod, value })),
              layout,
            ),
          )}
          stroke={color.target}
          strokeWidth={1.5}
        />
      ))}
      {state.runs.map((run) => (
        <RunLine key={run.key} run={run} layout={layout} />
      ))}
      {state.targets.map(({ key, year, value }) => (
        <Diamond key={key} cx={layout.x(year)} cy={layout.y(value)} r={7} />
      ))}
      {state.assumed ? <AssumedDot cx={layout.x(state.assumed.timePeriod)} cy={layout.y(state.assumed.value)} /> : null}
    </g>
  );
});

/** A run as one line. */
function RunLine({ run, layout }: { run: Run; layout: IndicatorLayout }): ReactElement {
  const { stroke, strokeWidth, r } = runLook(run);
  const places = placesOf(run.marks, layout);
  return (
    <>
      {places.length > 1 ? <path d={polyline(places)} stroke={stroke} strokeWidth={strokeWidth} /> : null}
      <Dots marks={run.marks} places={places} r={r} stroke={stroke} />
    </>
  );
}
