import type { ReactElement } from "react";
import { Annotations } from "./annotations.tsx";
import { Axes } from "./axes.tsx";
import type { IndicatorLayout } from "./indicator-layout.ts";
import { IndicatorLines } from "./indicator-lines.tsx";
import type { IndicatorState } from "./indicator-state.ts";
import type { ChartFormat } from "./model.ts";

type Props = { state: IndicatorState; layout: IndicatorLayout; format: ChartFormat };

/** SVG content of an indicator chart. */
export const IndicatorMarks = ({ state, layout, format }: Props): ReactElement => (
  <>
    <Axes layout={layout} tick={format.tick} />
    <IndicatorLines state={state} layout={layout} />
    <Annotations layout={layout} />
  </>
);
