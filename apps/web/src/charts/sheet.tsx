import type { ReactElement, ReactNode } from "react";
import type { ChartLayout } from "./axes.tsx";

type Props = {
  width: number;
  height: number;
  /** Hides the SVG from assistive technology, if title, summary and table have its content. */
  isHidden?: boolean;
  className?: string;
  /** Layout for `data-scale`, which pointer.ts reads. */
  layout?: ChartLayout;
  children: ReactNode;
};

/** The SVG element of a chart. */
export const Sheet = ({ width, height, isHidden, className = "", layout, children }: Props): ReactElement => (
  // biome-ignore lint/a11y/noSvgWithoutTitle: the figure around it has the page's title
  <svg
    className={`sheet ${className}`.trimEnd()}
    width={width}
    height={height}
    viewBox={`0 0 ${width} ${height}`}
    data-scale={layout && scaleOf(layout)}
    aria-hidden={isHidden}
    focusable="false"
  >
    {children}
  </svg>
);

/** `data-scale`: x of the year 2000, pixels per year, y of zero, pixels per unit, right, top and bottom of the plot. */
function scaleOf({ x, y, plot }: ChartLayout): string {
  const numbers = [x(2000), x(2001) - x(2000), y(0), y(1) - y(0), plot.right, plot.top, plot.bottom];
  return numbers.map((number) => Number(number.toPrecision(8))).join(" ");
}
