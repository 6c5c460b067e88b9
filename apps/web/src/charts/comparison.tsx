import { type ReactElement, useMemo, useState } from "react";
import { getRelativeCoordinate, LineChart } from "recharts";
import { Axes, marginOf, Scales } from "./axes.tsx";
import { EndLabels } from "./comparison-labels.tsx";
import { type ComparisonLayout, comparisonLayout, nearestArea } from "./comparison-layout.ts";
import { ComparedLine, dotSize } from "./comparison-line.tsx";
import { lookOf } from "./comparison-look.ts";
import { type ComparisonFigures, type ComparisonState, comparedEntry, comparisonState } from "./comparison-state.ts";
import type { ChartFrame } from "./model.ts";
import { type ActiveDot, ActiveDots, Reader } from "./reader.tsx";
import { color, fontSize, lineHeight } from "./theme.ts";
import { useWidth } from "./use-width.ts";

export type ComparisonProps = ComparisonFigures &
  ChartFrame & {
    /** The area that is lit up, where the page decides it. */
    highlighted?: string | null | undefined;
    onHighlight?: ((area: string | null) => void) | undefined;
  };

/** Areas over editions, one of them in the accent colour. README.md has the props and the grammar. */
export default function Comparison(props: ComparisonProps): ReactElement {
  const { titleId, descriptionId, words, format, height = 420, onHighlight } = props;
  const [box, width] = useWidth(props.width);
  const [own, setOwn] = useState<string | null>(null);
  const highlighted = props.highlighted === undefined ? own : props.highlighted;
  const highlight = (area: string | null) => {
    setOwn(area);
    onHighlight?.(area);
  };
  const { valueKind, frequency, unit, lines, focus, editions } = props;
  const state = useMemo(
    () => comparisonState({ valueKind, frequency, unit, lines, focus, editions }, words, format),
    [valueKind, frequency, unit, lines, focus, editions, words, format],
  );
  const layout = useMemo(
    () => (width === null ? null : comparisonLayout(state, width, height, format.tick)),
    [state, width, height, format],
  );
  return (
    <figure aria-labelledby={titleId} aria-describedby={descriptionId} style={{ margin: 0 }}>
      <div ref={box} style={{ minHeight: height }}>
        {layout && width !== null && (
          <Drawing
            {...{ titleId, descriptionId, words, format, height, width, state, layout, highlighted, highlight }}
          />
        )}
      </div>
    </figure>
  );
}

type DrawingProps = ChartFrame & {
  state: ComparisonState;
  layout: ComparisonLayout;
  width: number;
  height: number;
  highlighted: string | null;
  highlight: (area: string | null) => void;
};

function Drawing(props: DrawingProps): ReactElement {
  const { state, layout, words, format, titleId, descriptionId, width, height, highlighted, highlight } = props;
  const { axis } = layout;
  const look = (area: string) => lookOf(area, state.focus, highlighted);
  const activeDots = (year: number): ActiveDot[] =>
    state.runs.flatMap((run) => {
      const mark = run.marks.find(({ timePeriod }) => timePeriod === year);
      const { stroke, bold } = look(run.area);
      return mark
        ? {
            key: run.key,
            cx: layout.x(year),
            cy: layout.y(mark.value),
            r: dotSize(run, bold) + 1.5,
            fill: stroke,
            strokeWidth: 1,
          }
        : [];
    });
  return (
    <LineChart
      data={state.rows}
      width={width}
      height={height}
      margin={marginOf(layout, width, height)}
      style={{ maxWidth: "100%" }}
      aria-labelledby={titleId}
      aria-describedby={descriptionId}
      onMouseMove={({ activeLabel, isTooltipActive }, event) => {
        // A line is too thin a thing to hit: the nearest figure of the year under the pointer lights up.
        if (!isTooltipActive || (event.target as Element).closest("[role=button]")) return;
        const area = nearestArea(state, layout, Number(activeLabel), getRelativeCoordinate(event).relativeY);
        if (area !== highlighted) highlight(area);
      }}
      onMouseLeave={() => highlight(null)}
    >
      <Scales layout={layout} />
      <Axes layout={layout} tick={format.tick} />
      <Reader
        rows={state.rows}
        itemSorter={(item) => Number(item.value) * (axis.reversed ? 1 : -1)}
        formatter={(value, name, item) => {
          const entry = comparedEntry(state, String(name), item.payload.year, words, format);
          if (!entry) return [value, ""];
          const isFocus = entry.name === state.ends.find((end) => end.area === state.focus)?.name;
          return [isFocus ? <strong key="focus">{entry.text}</strong> : entry.text, entry.name];
        }}
      />
      {state.runs.map((run) => (
        <ComparedLine key={run.key} run={run} layout={layout} {...look(run.area)} />
      ))}
      <ActiveDots dotsOf={activeDots} />
      <text x={0} y={lineHeight(fontSize.tick) * 0.76} fontSize={fontSize.tick} fill={color.muted}>
        {state.unit}
      </text>
      <EndLabels {...{ layout, highlighted, highlight, look }} />
    </LineChart>
  );
}
