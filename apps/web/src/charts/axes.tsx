import { memo, type ReactElement } from "react";
import type { Plot } from "./indicator-layout.ts";
import { round } from "./marks.tsx";
import { color, fontSize } from "./theme.ts";
import type { ValueAxis } from "./ticks.ts";

/** Plot area, scales and ticks shared by all charts, in SVG pixels. */
export type ChartLayout = {
  plot: Plot;
  axis: ValueAxis;
  xDomain: [number, number];
  years: number[];
  x: (year: number) => number;
  y: (value: number) => number;
  foot?: number;
};
type Props = { layout: ChartLayout; tick: (value: number, decimals: number) => string };

/** Year axis at the bottom, value axis at the left, and grid lines. */
export const Axes = memo(function Axes({ layout, tick }: Props): ReactElement {
  const { plot, axis, years, x, y } = layout;
  return (
    <g fontSize={fontSize.tick} fill={color.muted} pointerEvents="none">
      {axis.ticks.map((value) => (
        <path key={value} d={`M${plot.left} ${round(y(value))}H${plot.right}`} stroke={color.grid} />
      ))}
      <path d={`M${plot.left} ${plot.bottom}H${plot.right}`} stroke={color.axis} />
      {years.map((year) => (
        <path key={year} d={`M${round(x(year))} ${plot.bottom}v5`} stroke={color.axis} />
      ))}
      {years.map((year) => (
        <text key={year} x={round(x(year))} y={plot.bottom + 15.5} textAnchor="middle">
          {year}
        </text>
      ))}
      {axis.ticks.map((value) => (
        <text key={value} x={plot.left - 8} y={round(y(value) + 4.25)} textAnchor="end">
          {tick(value, axis.decimals)}
        </text>
      ))}
    </g>
  );
});
