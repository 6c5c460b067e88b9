import type { ReactElement, ReactNode } from "react";

type Props = { width: number; height: number; isHidden?: boolean; children: ReactNode };

/** What a chart is drawn on. Hidden from screen readers where all of it is said beside it: in title, summary and table. */
export const Sheet = ({ width, height, isHidden, children }: Props): ReactElement => (
  // biome-ignore lint/a11y/noSvgWithoutTitle: the figure around it has the page's title
  <svg
    className="sheet"
    width={width}
    height={height}
    viewBox={`0 0 ${width} ${height}`}
    aria-hidden={isHidden}
    focusable="false"
  >
    {children}
  </svg>
);
