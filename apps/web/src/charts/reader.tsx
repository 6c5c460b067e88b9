import type { ComponentProps, ReactElement } from "react";
import { DefaultTooltipContent, Line, Tooltip, type TooltipContentProps, useActiveTooltipLabel } from "recharts";
import { color } from "./theme.ts";
import { tooltipStyle } from "./tooltip.tsx";

/** The values of a year by the key of what they are drawn as. */
export type YearRow = { year: number } & Record<string, number>;

type ReaderProps = {
  rows: readonly YearRow[];
  itemSorter: NonNullable<TooltipContentProps["itemSorter"]>;
  formatter: NonNullable<ComponentProps<typeof DefaultTooltipContent>["formatter"]>;
};

/** Any value of a year: it has a place on the axis, which is all that a stop needs. */
const anyValue = ({ year: _, ...values }: YearRow) => Object.values(values)[0];
const nothing = () => null;

/**
 * What a reader steps through by pointer, finger or arrow keys: every year with a figure, and all that is known of it.
 * One line that is never seen stands for the years. Recharts works for each line it knows of several times over, and
 * measures its path, while all that is drawn has its place from the layout already.
 */
export function Reader({ rows, itemSorter, formatter }: ReaderProps): ReactElement {
  return (
    <>
      {/* A single figure would get a dot where `dot` were only false. */}
      <Line dataKey={anyValue} shape={nothing} dot={nothing} activeDot={false} isAnimationActive={false} />
      <Tooltip
        {...tooltipStyle}
        isAnimationActive={false}
        cursor={cursor}
        itemSorter={itemSorter}
        separator=": "
        formatter={formatter}
        content={<Told rows={rows} />}
      />
    </>
  );
}

const cursor = { stroke: color.axis, strokeDasharray: "2 3" };

/** The default tooltip, which alone announces itself to a screen reader, with all values of the year; Recharts gives it the rest. */
const Told = ({ rows, ...props }: Partial<TooltipContentProps> & Pick<ReaderProps, "rows">) => (
  <DefaultTooltipContent {...props} payload={entriesOf(rows, Number(props.label))} />
);

const entriesOf = (rows: readonly YearRow[], year: number) => {
  const row = rows.find((item) => item.year === year);
  return Object.entries(row ?? {})
    .filter(([key]) => key !== "year")
    .map(([key, value]) => ({ name: key, value, payload: row, graphicalItemId: key }));
};

/** A dot that stands out while the reader is at its year. */
export type ActiveDot = { key: string; cx: number; cy: number; r: number; fill: string; strokeWidth: number };

/** The dots of the year that the reader is at; drawn apart, so that a step redraws them alone. */
export function ActiveDots({ dotsOf }: { dotsOf: (year: number) => readonly ActiveDot[] }): ReactElement | null {
  const year = useActiveTooltipLabel();
  if (year === undefined) return null;
  return (
    <g className="recharts-active-dot" pointerEvents="none">
      {dotsOf(Number(year)).map(({ key, ...dot }) => (
        <circle key={key} {...dot} stroke={color.surface} />
      ))}
    </g>
  );
}
