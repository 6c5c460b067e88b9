import type { ComponentProps, ReactElement } from "react";
import {
  DefaultTooltipContent,
  getRelativeCoordinate,
  Line,
  LineChart,
  Tooltip,
  type TooltipContentProps,
  useActiveTooltipLabel,
  XAxis,
  YAxis,
} from "recharts";
import type { ChartLayout } from "./axes.tsx";
import { NARROW } from "./indicator-layout.ts";
import { color, fontSize } from "./theme.ts";

/** The values of a year by the key of what they are drawn as. */
export type YearRow = { year: number } & Record<string, number>;

/** A dot that stands out while the reader is at its year. */
export type ActiveDot = { key: string; cx: number; cy: number; r: number; fill: string; strokeWidth: number };

export type ReaderProps = {
  /** Of the picture underneath. */
  layout: ChartLayout;
  height: number;
  titleId: string;
  descriptionId?: string | undefined;
  rows: readonly YearRow[];
  itemSorter: NonNullable<TooltipContentProps["itemSorter"]>;
  formatter: NonNullable<ComponentProps<typeof DefaultTooltipContent>["formatter"]>;
  dotsOf: (year: number) => readonly ActiveDot[];
  /** The reader's pointer is at a height of a year. */
  onPoint?: (year: number, height: number) => void;
  onLeave?: () => void;
};

/** Looks of the Recharts tooltip. It stays the default one: only that announces itself to a screen reader. */
const tooltipStyle = {
  contentStyle: {
    background: color.surface,
    border: `1px solid ${color.axis}`,
    borderRadius: 4,
    padding: "6px 10px",
    fontSize: fontSize.label,
    lineHeight: 1.45,
    whiteSpace: "normal",
    width: "max-content",
    maxWidth: 260,
  },
  labelStyle: { fontWeight: 600, color: color.ink },
  itemStyle: { color: color.ink, paddingTop: 2, paddingBottom: 2 },
} as const;

/** Room for the dot of the last year. */
const EDGE = 10;

/**
 * What a reader steps through by pointer, finger or arrow keys: every year with a figure, and all that is known of it.
 * It lies over the plot of a picture and ends with it, so that labels beside the plot can be touched. One line that is
 * never seen stands for the years: Recharts works for each line it knows of several times over, and measures its path,
 * while all that is drawn has its place from the layout already.
 */
export default function Reader(props: ReaderProps): ReactElement {
  const { layout, height, titleId, descriptionId, rows, itemSorter, formatter, dotsOf, onPoint, onLeave } = props;
  const { plot, axis, xDomain, foot = 0 } = layout;
  return (
    <LineChart
      data={rows}
      width={plot.right + EDGE}
      height={height}
      margin={{ top: plot.top, right: EDGE, bottom: height - plot.bottom, left: plot.left }}
      style={{ position: "absolute", top: 0, left: 0 }}
      aria-labelledby={titleId}
      aria-describedby={descriptionId}
      onMouseMove={({ activeLabel, isTooltipActive }, event) => {
        if (isTooltipActive) onPoint?.(Number(activeLabel), getRelativeCoordinate(event).relativeY);
      }}
      onMouseLeave={onLeave}
    >
      <XAxis hide dataKey="year" type="number" domain={xDomain} />
      <YAxis hide type="number" domain={axis.domain} reversed={axis.reversed} padding={{ bottom: foot }} />
      {/* A single figure would get a dot where `dot` were only false. */}
      <Line dataKey={anyValue} shape={nothing} dot={nothing} activeDot={false} isAnimationActive={false} />
      <Tooltip
        {...tooltipStyle}
        {...(plot.right < NARROW ? atFoot : {})}
        isAnimationActive={false}
        cursor={cursor}
        itemSorter={itemSorter}
        separator=": "
        formatter={formatter}
        content={<Told rows={rows} />}
      />
      <ActiveDots dotsOf={dotsOf} />
    </LineChart>
  );
}

/** Any value of a year: it has a place on the axis, which is all that a stop needs. */
const anyValue = ({ year: _, ...values }: YearRow) => Object.values(values)[0];
const nothing = () => null;
/** On a phone it would hide the very lines that it tells of: there it stands at the foot of the screen. */
const atFoot = {
  wrapperStyle: { position: "fixed", inset: "auto 8px 8px", transform: "none", zIndex: 20 },
  contentStyle: { ...tooltipStyle.contentStyle, width: "auto", maxWidth: "none" },
} as const;
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

/** The dots of the year that the reader is at; drawn apart, so that a step redraws them alone. */
function ActiveDots({ dotsOf }: Pick<ReaderProps, "dotsOf">): ReactElement | null {
  const year = useActiveTooltipLabel();
  if (year === undefined) return null;
  return (
    <g pointerEvents="none">
      {dotsOf(Number(year)).map(({ key, ...dot }) => (
        <circle key={key} {...dot} stroke={color.surface} />
      ))}
    </g>
  );
}
