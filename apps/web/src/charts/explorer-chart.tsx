import { type ReactElement, useState } from "react";
import {
  getRelativeCoordinate,
  Line,
  LineChart,
  type MouseHandlerDataParam,
  ReferenceArea,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { Axes } from "./axes.tsx";
import { EndLabels, type Pinning } from "./comparison-labels.tsx";
import { comparisonLayout, nearestArea } from "./comparison-layout.ts";
import { dotSize } from "./comparison-line.tsx";
import { lookOf } from "./comparison-look.ts";
import { TargetPaths, Unit } from "./comparison-marks.tsx";
import { type ComparedRun, type ComparisonFigures, comparedEntry, comparisonState } from "./comparison-state.ts";
import { drawnHeight } from "./drawn-height.ts";
import { NARROW } from "./indicator-layout.ts";
import { FigureDot } from "./marks.tsx";
import type { ChartFrame } from "./model.ts";
import { color, fontSize } from "./theme.ts";
import { useWidth } from "./use-width.ts";

export type ExplorerChartProps = ComparisonFigures &
  ChartFrame & {
    /** Width of the container before it is measured. */
    firstWidth: number;
    onPin: (area: string) => void;
    onYears: (from: number, to: number) => void;
  };

/** Maximum distance of a click from a line, in pixels. */
const HIT = 12;

/** The interactive comparison that replaces the server's drawing: highlight, pin, zoom over years. */
export function ExplorerChart(props: ExplorerChartProps): ReactElement {
  const { words, format, titleId, descriptionId, onPin, onYears, height: laidOut = 420 } = props;
  const [box, width] = useWidth(props.firstWidth);
  const [lit, setLit] = useState<string | null>(null);
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);
  const state = comparisonState(props, words, format);
  const height = drawnHeight(width, laidOut);
  const layout = comparisonLayout(state, width, height, format.tick);
  const { plot, axis, xDomain } = layout;
  const pinning: Pinning = { pins: state.pins, onLight: setLit, onPin };
  const look = (area: string) => lookOf(area, state.focus, state.pins, lit);
  // The tooltip lists the highlighted line first.
  const isLit = (key: unknown) => lit !== null && state.runs.some((run) => run.key === key && run.area === lit);

  function onMove({ activeLabel }: MouseHandlerDataParam, event: React.MouseEvent<SVGGraphicsElement>) {
    if (activeLabel === undefined) return setLit(null);
    const year = Number(activeLabel);
    if (drag) setDrag({ ...drag, to: year });
    else setLit(nearestArea(state, layout, year, getRelativeCoordinate(event).relativeY));
  }
  function onUp({ activeLabel }: MouseHandlerDataParam, event: React.MouseEvent<SVGGraphicsElement>) {
    setDrag(null);
    if (!drag) return;
    if (drag.from !== drag.to) return onYears(Math.min(drag.from, drag.to), Math.max(drag.from, drag.to));
    const { relativeY } = getRelativeCoordinate(event);
    const hit = nearestArea(state, layout, Number(activeLabel), relativeY, HIT);
    if (hit !== null) onPin(hit);
  }
  return (
    <figure aria-labelledby={titleId} aria-describedby={descriptionId}>
      <div ref={box} className="chart explorer">
        <LineChart
          data={state.rows}
          width={width}
          height={height}
          margin={{ top: plot.top, right: width - plot.right, bottom: height - plot.bottom, left: plot.left }}
          aria-labelledby={titleId}
          aria-describedby={descriptionId}
          onMouseDown={({ activeLabel }) => {
            if (activeLabel !== undefined) setDrag({ from: Number(activeLabel), to: Number(activeLabel) });
          }}
          onMouseMove={onMove}
          onMouseUp={onUp}
          onMouseLeave={() => {
            setLit(null);
            setDrag(null);
          }}
        >
          <XAxis hide dataKey="year" type="number" domain={xDomain} />
          <YAxis hide type="number" domain={axis.domain} reversed={axis.reversed} />
          <Axes layout={layout} tick={format.tick} />
          {drag && drag.from !== drag.to ? (
            <ReferenceArea x1={drag.from} x2={drag.to} fill={color.accent} fillOpacity={0.12} />
          ) : null}
          <TargetPaths state={state} layout={layout} />
          {state.runs.map((run) => {
            const { stroke, strokeWidth, opacity, bold } = look(run.area);
            return (
              <Line
                key={run.key}
                dataKey={run.key}
                type="linear"
                connectNulls
                isAnimationActive={false}
                {...{ stroke, strokeWidth }}
                strokeOpacity={opacity}
                opacity={opacity}
                dot={dotOf(run, stroke, dotSize(run, bold))}
                activeDot={{ r: dotSize(run, bold) + 1.5, fill: stroke, stroke: color.surface }}
              />
            );
          })}
          <Unit lines={layout.unit} />
          <EndLabels layout={layout} look={look} pinning={pinning} />
          <Tooltip
            {...tooltipLook}
            {...(width < NARROW ? atFoot : {})}
            isAnimationActive={false}
            cursor={cursor}
            separator=": "
            itemSorter={({ dataKey, value }) =>
              isLit(dataKey) ? Number.NEGATIVE_INFINITY : Number(value) * (axis.reversed ? 1 : -1)
            }
            formatter={(value, name, { payload }) => {
              const entry = comparedEntry(state, String(name), payload.year, words, format);
              if (!entry) return [value, ""];
              const isMain = entry.area === state.focus || entry.area === lit;
              return [isMain ? <strong key={entry.area}>{entry.text}</strong> : entry.text, entry.name];
            }}
          />
        </LineChart>
      </div>
    </figure>
  );
}

type DotProps = { cx?: number | undefined; cy?: number | undefined; payload?: { year: number } };

/** Dots as in the server's drawing. */
const dotOf =
  (run: ComparedRun, stroke: string, r: number) =>
  ({ cx, cy, payload }: DotProps) => {
    const mark = run.marks.find(({ timePeriod }) => timePeriod === payload?.year);
    if (!mark || cx === undefined || cy === undefined) return <g key={payload?.year} />;
    return <FigureDot key={mark.timePeriod} {...{ cx, cy, r, stroke }} dot={mark.dot} />;
  };

/** Styles of the Recharts tooltip. Only the default content is announced by screen readers. */
const tooltipLook = {
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

/** On phones the tooltip is fixed to the bottom of the screen, where it does not cover the lines. */
const atFoot = {
  wrapperStyle: { position: "fixed", inset: "auto 8px 8px", transform: "none", zIndex: 20 },
  contentStyle: { ...tooltipLook.contentStyle, width: "auto", maxWidth: "none" },
} as const;
const cursor = { stroke: color.axis, strokeDasharray: "2 3" };
