import type { ReactElement } from "react";
import { CartesianGrid, XAxis, YAxis } from "recharts";
import { YEARS_HEIGHT } from "./indicator-layout.ts";
import { color, fontSize } from "./theme.ts";
import type { ValueAxis } from "./ticks.ts";

type Props = {
  layout: { plot: { left: number }; axis: ValueAxis; xDomain: [number, number]; years: number[]; foot?: number };
  tick: (value: number, decimals: number) => string;
};

const tickStyle = { fontSize: fontSize.tick, fill: color.muted };

/** Years along the foot, values and their grid at the left, as the layout has them. */
export function Axes({ layout: { plot, axis, xDomain, years, foot = 0 }, tick }: Props): ReactElement {
  return (
    <>
      <CartesianGrid vertical={false} stroke={color.grid} />
      <XAxis
        dataKey="year"
        type="number"
        domain={xDomain}
        ticks={years}
        interval={0}
        height={YEARS_HEIGHT}
        stroke={color.axis}
        tickSize={5}
        tick={tickStyle}
      />
      <YAxis
        type="number"
        domain={axis.domain}
        reversed={axis.reversed}
        ticks={axis.ticks}
        interval={0}
        width={plot.left}
        padding={{ bottom: foot }}
        axisLine={false}
        tickLine={false}
        tickFormatter={(value: number) => tick(value, axis.decimals)}
        tick={tickStyle}
      />
    </>
  );
}
