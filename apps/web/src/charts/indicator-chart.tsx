import type { ReactElement } from "react";
import { ChartFigure } from "./chart-figure.tsx";
import { indicatorLayout } from "./indicator-layout.ts";
import { IndicatorMarks } from "./indicator-marks.tsx";
import type { IndicatorFigures } from "./indicator-parts.ts";
import { indicatorState } from "./indicator-state.ts";
import { MilestoneList } from "./milestone-list.tsx";
import type { ChartFrame } from "./model.ts";
import { indicatorTooltips } from "./tooltips.ts";

/** Server-rendered line chart of an indicator with targets and paths. Props: README.md. */
export function IndicatorChart(props: IndicatorFigures & ChartFrame): ReactElement {
  const { titleId, descriptionId, words, format, height = 360 } = props;
  const state = indicatorState(props, words, format);
  const draw = (at: number) => {
    const layout = indicatorLayout(state, at, height, format.tick);
    return { layout, marks: <IndicatorMarks state={state} layout={layout} format={format} /> };
  };
  return (
    <ChartFigure {...{ titleId, descriptionId, height, draw }} years={indicatorTooltips(state, words, format)}>
      <MilestoneList milestones={state.milestones} heading={words.milestones} />
    </ChartFigure>
  );
}
