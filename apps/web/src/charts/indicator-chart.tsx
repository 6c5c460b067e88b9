import { type ReactElement, useMemo } from "react";
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis, ZIndexLayer } from "recharts";
import { Annotations } from "./annotations.tsx";
import { type IndicatorLayout, indicatorLayout, YEARS_HEIGHT } from "./indicator-layout.ts";
import { type IndicatorFigures, type IndicatorState, indicatorState, type Run } from "./indicator-state.ts";
import { Diamond, FigureDot } from "./marks.tsx";
import { MilestoneList } from "./milestone-list.tsx";
import type { ChartFrame } from "./model.ts";
import { color, fontSize } from "./theme.ts";
import { tooltipEntry, tooltipStyle } from "./tooltip.tsx";
import { useWidth } from "./use-width.ts";

export type IndicatorChartProps = IndicatorFigures & ChartFrame;

/** History of one indicator with its targets and the path to them. README.md has the props and the grammar. */
export default function IndicatorChart(props: IndicatorChartProps): ReactElement {
  const { titleId, descriptionId, words, format, height = 360 } = props;
  const [box, width] = useWidth(props.width);
  const { valueKind, frequency, unit, series, targets, path, baseYear, breaks, milestones, editions } = props;
  const state = useMemo(
    () =>
      indicatorState(
        { valueKind, frequency, unit, series, targets, path, baseYear, breaks, milestones, editions },
        words,
        format,
      ),
    [valueKind, frequency, unit, series, targets, path, baseYear, breaks, milestones, editions, words, format],
  );
  const layout = useMemo(
    () => (width === null ? null : indicatorLayout(state, width, height, format.tick)),
    [state, width, height, format],
  );
  return (
    <figure aria-labelledby={titleId} aria-describedby={descriptionId} style={{ margin: 0 }}>
      <div ref={box} style={{ minHeight: height }}>
        {layout && width !== null && (
          <Drawing {...{ titleId, descriptionId, words, format, height, width, state, layout }} />
        )}
      </div>
      <MilestoneList milestones={state.milestones} heading={words.milestones} />
    </figure>
  );
}

type DrawingProps = ChartFrame & { state: IndicatorState; layout: IndicatorLayout; width: number; height: number };

function Drawing({ state, layout, words, format, titleId, descriptionId, width, height }: DrawingProps): ReactElement {
  const { plot, axis } = layout;
  const order = (key: unknown) => state.runs.findIndex((run) => run.key === key);
  return (
    <LineChart
      data={state.rows}
      width={width}
      height={height}
      margin={{ top: plot.top, right: width - plot.right, bottom: 0, left: 0 }}
      style={{ maxWidth: "100%" }}
      aria-labelledby={titleId}
      aria-describedby={descriptionId}
    >
      <CartesianGrid vertical={false} stroke={color.grid} />
      <XAxis
        dataKey="year"
        type="number"
        domain={layout.xDomain}
        ticks={layout.years}
        interval={0}
        height={YEARS_HEIGHT}
        stroke={color.axis}
        tickSize={5}
        tick={{ fontSize: fontSize.tick, fill: color.muted }}
      />
      <YAxis
        type="number"
        domain={axis.domain}
        reversed={axis.reversed}
        ticks={axis.ticks}
        interval={0}
        width={plot.left}
        padding={{ bottom: layout.foot }}
        axisLine={false}
        tickLine={false}
        tickFormatter={(value: number) => format.tick(value, axis.decimals)}
        tick={{ fontSize: fontSize.tick, fill: color.muted }}
      />
      {state.path && (
        <Line
          dataKey="path"
          name="path"
          stroke={color.target}
          strokeWidth={1.5}
          strokeDasharray="1.5 5"
          strokeLinecap="round"
          dot={false}
          activeDot={false}
          connectNulls
          isAnimationActive={false}
        />
      )}
      {state.averages.map(({ key }) => (
        <Line
          key={key}
          dataKey={key}
          name={key}
          stroke={color.target}
          strokeWidth={1.5}
          dot={false}
          activeDot={false}
          connectNulls
          isAnimationActive={false}
        />
      ))}
      {state.runs.map(runLine)}
      {state.targets.map(({ key }) => (
        <Line
          key={key}
          dataKey={key}
          name={key}
          stroke="none"
          dot={({ key: dotKey, cx, cy }) =>
            cx == null || cy == null ? <g key={dotKey} /> : <Diamond key={dotKey} cx={cx} cy={cy} r={7} />
          }
          activeDot={false}
          isAnimationActive={false}
        />
      ))}
      <Tooltip
        {...tooltipStyle}
        isAnimationActive={false}
        cursor={{ stroke: color.axis, strokeDasharray: "2 3" }}
        itemSorter={(item) => order(item.name) + 1 || state.runs.length + 1}
        separator=": "
        formatter={(value, name, item) =>
          tooltipEntry(state, String(name), item.payload.year, Number(value), words, format)
        }
      />
      <ZIndexLayer zIndex={2000}>
        <Annotations state={state} layout={layout} />
      </ZIndexLayer>
    </LineChart>
  );
}

/** One run as one line: what lies between its figures belongs to other runs, so it is drawn through. */
function runLine({ key, series, marks }: Run): ReactElement {
  const stroke = series.official ? color.accent : color.other;
  const dots = new Map(marks.map((mark) => [mark.timePeriod, mark.dot]));
  const r = series.official ? 4.5 : 3.5;
  return (
    <Line
      key={key}
      dataKey={key}
      name={key}
      stroke={stroke}
      strokeWidth={series.official ? 2.5 : 1.5}
      connectNulls
      isAnimationActive={false}
      activeDot={{ r: r + 2, fill: stroke, stroke: color.surface, strokeWidth: 2 }}
      dot={({ key: dotKey, cx, cy, payload }) => {
        const dot = dots.get(payload.year);
        return dot && cx != null && cy != null ? (
          <FigureDot key={dotKey} cx={cx} cy={cy} r={r} dot={dot} stroke={stroke} />
        ) : (
          <g key={dotKey} />
        );
      }}
    />
  );
}
