import { type ReactElement, useMemo } from "react";
import { Annotations } from "./annotations.tsx";
import { Axes } from "./axes.tsx";
import { type IndicatorLayout, indicatorLayout } from "./indicator-layout.ts";
import { IndicatorLines, runLook } from "./indicator-lines.tsx";
import { type IndicatorFigures, type IndicatorState, indicatorState } from "./indicator-state.ts";
import { LateReader } from "./late-reader.tsx";
import { MilestoneList } from "./milestone-list.tsx";
import type { ChartFrame } from "./model.ts";
import type { ReaderProps } from "./reader.tsx";
import { Sheet } from "./sheet.tsx";
import { tooltipEntry } from "./tooltip.tsx";
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
      <div ref={box} style={{ minHeight: height, position: "relative" }}>
        {layout && width !== null && (
          <Drawing
            {...{ titleId, descriptionId, words, format, height, width, state, layout }}
            isPicture={props.width !== undefined}
          />
        )}
      </div>
      <MilestoneList milestones={state.milestones} heading={words.milestones} />
    </figure>
  );
}

type DrawingProps = ChartFrame & {
  state: IndicatorState;
  layout: IndicatorLayout;
  width: number;
  height: number;
  isPicture: boolean;
};

function Drawing({ state, layout, words, format, titleId, descriptionId, width, height, isPicture }: DrawingProps) {
  const reader = useMemo((): ReaderProps => {
    const order = (key: unknown) => state.runs.findIndex((run) => run.key === key);
    const dotsOf = (year: number) =>
      state.runs.flatMap((run) => {
        const mark = run.marks.find(({ timePeriod }) => timePeriod === year);
        const { stroke, r } = runLook(run);
        return mark
          ? { key: run.key, cx: layout.x(year), cy: layout.y(mark.value), r: r + 2, fill: stroke, strokeWidth: 2 }
          : [];
      });
    return {
      ...{ layout, height, titleId, descriptionId, dotsOf },
      rows: state.rows,
      itemSorter: (item) => order(item.name) + 1 || state.runs.length + 1,
      formatter: (value, name, item) =>
        tooltipEntry(state, String(name), item.payload.year, Number(value), words, format),
    };
  }, [state, layout, height, titleId, descriptionId, words, format]);
  return (
    <>
      {isPicture ? null : <LateReader reader={reader} />}
      <Sheet width={width} height={height} isHidden>
        <Axes layout={layout} tick={format.tick} />
        <IndicatorLines state={state} layout={layout} />
        <Annotations state={state} layout={layout} />
      </Sheet>
    </>
  );
}
