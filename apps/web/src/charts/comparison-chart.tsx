import type { ReactElement } from "react";
import { ChartDrawings, ChartFigure } from "./chart-figure.tsx";
import { comparisonLayout } from "./comparison-layout.ts";
import { ComparisonMarks } from "./comparison-marks.tsx";
import { type ComparisonFigures, comparisonState } from "./comparison-state.ts";
import type { ChartFrame } from "./model.ts";
import { comparisonTooltips } from "./tooltips.ts";

/** Server-rendered line chart of several areas, with one in the accent colour, the drawings alone where it `isStill`. Props: README.md. */
export function ComparisonChart(props: ComparisonFigures & ChartFrame & { isStill?: boolean }): ReactElement {
  const { titleId, descriptionId, words, format, height = 420, isStill = false } = props;
  const state = comparisonState(props, words, format);
  const draw = (width: number) => {
    const layout = comparisonLayout(state, width, height, format.tick);
    return { layout, marks: <ComparisonMarks state={state} layout={layout} format={format} /> };
  };
  if (isStill) return <ChartDrawings {...{ titleId, descriptionId, height, draw }} />;
  return <ChartFigure {...{ titleId, descriptionId, height, draw }} years={comparisonTooltips(state, words, format)} />;
}
