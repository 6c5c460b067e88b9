import type { ReactElement, ReactNode } from "react";
import type { ChartLayout } from "./axes.tsx";

type Props = {
  width: number;
  height: number;
  /** Where all that it says stands beside it: in the title, the summary and the table. */
  isHidden?: boolean;
  className?: string;
  /** Of a drawing that a pointer reads. */
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

/** Both axes as numbers: x of the year 2000 and pixels a year, y of zero and pixels a unit, the plot's right, top and bottom. */
function scaleOf({ x, y, plot }: ChartLayout): string {
  const numbers = [x(2000), x(2001) - x(2000), y(0), y(1) - y(0), plot.right, plot.top, plot.bottom];
  return numbers.map((number) => Number(number.toPrecision(8))).join(" ");
}
