import type { ReactElement } from "react";
import { ChartDrawings, ChartFigure } from "./chart-figure.tsx";
import { indicatorLayout } from "./indicator-layout.ts";
import { IndicatorMarks } from "./indicator-marks.tsx";
import type { IndicatorFigures } from "./indicator-parts.ts";
import { indicatorState } from "./indicator-state.ts";
import { MilestoneList } from "./milestone-list.tsx";
import type { ChartFrame } from "./model.ts";
import { indicatorTooltips } from "./tooltips.ts";

/** Server-rendered line chart of an indicator with targets and paths, the drawings alone where it `isStill`. Props: README.md. */
export function IndicatorChart(props: IndicatorFigures & ChartFrame & { isStill?: boolean }): ReactElement {
  const { titleId, descriptionId, words, format, height = 360, isStill = false } = props;
  const state = indicatorState(props, words, format);
  const draw = (at: number) => {
    const layout = indicatorLayout(state, at, height, format.tick);
    return { layout, marks: <IndicatorMarks state={state} layout={layout} format={format} /> };
  };
  if (isStill) return <ChartDrawings {...{ titleId, descriptionId, height, draw }} />;
  return (
    <ChartFigure {...{ titleId, descriptionId, height, draw }} years={indicatorTooltips(state, words, format)}>
      <MilestoneList milestones={state.milestones} heading={words.milestones} />
    </ChartFigure>
  );
}
