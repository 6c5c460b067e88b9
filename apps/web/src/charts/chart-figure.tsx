import type { ReactElement, ReactNode } from "react";
import { JsonScript } from "../ui/json-script.tsx";
import type { ChartLayout } from "./axes.tsx";
import { WIDTHS } from "./drawn-height.ts";
import type { ChartFrame } from "./model.ts";
import { Sheet } from "./sheet.tsx";
import type { TooltipYear } from "./tooltips.ts";

type Props = Pick<ChartFrame, "titleId" | "descriptionId"> & {
  height: number;
  years: readonly TooltipYear[];
  draw: (width: number) => { layout: ChartLayout; marks: ReactNode };
  /** Content below the drawing. */
  children?: ReactNode;
};

/** The drawings of a chart at all widths, without anything to work with. */
export const ChartDrawings = ({ titleId, descriptionId, height, draw }: Omit<Props, "years" | "children">) => (
  <div role="img" aria-labelledby={titleId} aria-describedby={descriptionId} className="chart-drawings">
    {WIDTHS.map(([className, width]) => {
      const { layout, marks } = draw(width);
      return (
        <Sheet key={className} {...{ className, width, height, layout }} isHidden>
          {marks}
        </Sheet>
      );
    })}
  </div>
);

/** A chart that works without script; `pointer.ts` adds interaction. */
export function ChartFigure({ years, children, ...drawn }: Props): ReactElement {
  return (
    <figure>
      <div
        className="chart"
        data-chart=""
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys step through the years
        tabIndex={0}
        aria-labelledby={drawn.titleId}
        aria-describedby={drawn.descriptionId}
      >
        <ChartDrawings {...drawn} />
        <div className="chart-tip no-print" aria-live="polite" />
        <JsonScript type="application/json" data={years} />
      </div>
      {children}
    </figure>
  );
}
