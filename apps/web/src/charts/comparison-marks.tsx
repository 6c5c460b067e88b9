import type { ReactElement } from "react";
import { Axes } from "./axes.tsx";
import { EndLabels } from "./comparison-labels.tsx";
import type { ComparisonLayout } from "./comparison-layout.ts";
import { ComparedLine } from "./comparison-line.tsx";
import { lookOf } from "./comparison-look.ts";
import type { ComparisonState } from "./comparison-state.ts";
import { Diamond, placesOf, polyline } from "./marks.tsx";
import type { ChartFormat } from "./model.ts";
import { color, fontSize, lineHeight } from "./theme.ts";

type Props = { state: ComparisonState; layout: ComparisonLayout; format: ChartFormat };

/** SVG content of a comparison chart. */
export function ComparisonMarks({ state, layout, format }: Props): ReactElement {
  const look = (area: string) => lookOf(area, state.focus, state.pins);
  return (
    <>
      <Axes layout={layout} tick={format.tick} />
      <TargetPaths state={state} layout={layout} />
      {state.runs.map((run) => (
        <ComparedLine key={run.key} run={run} layout={layout} {...look(run.area)} />
      ))}
      <Unit lines={layout.unit} />
      <EndLabels layout={layout} look={look} />
    </>
  );
}

/** Unit of the values, above the value axis. */
export const Unit = ({ lines }: { lines: readonly string[] }): ReactElement => (
  <text y={lineHeight(fontSize.tick) * 0.76} fontSize={fontSize.tick} fill={color.muted}>
    {lines.map((line, index) => (
      <tspan key={line} x={0} dy={index && lineHeight(fontSize.tick)}>
        {line}
      </tspan>
    ))}
  </text>
);

/** Paths to each target: dotted from its base, dashed from the latest figure. */
export function TargetPaths({ state, layout }: Omit<Props, "format">): ReactElement | null {
  if (state.targets.length === 0) return null;
  return (
    <g fill="none" stroke={color.target} strokeWidth={1.5} pointerEvents="none">
      {state.targets.map(({ key, year, value, base, latest }) => {
        const end = { timePeriod: year, value };
        return (
          <g key={key}>
            {base ? (
              <path d={polyline(placesOf([base, end], layout))} strokeDasharray="1.5 5" strokeLinecap="round" />
            ) : null}
            {latest ? <path d={polyline(placesOf([latest, end], layout))} strokeDasharray="6 4" /> : null}
            <Diamond cx={layout.x(year)} cy={layout.y(value)} r={7} />
          </g>
        );
      })}
    </g>
  );
}
