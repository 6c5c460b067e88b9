import type { ReactElement } from "react";
import { Diamond, FigureDot, polyline, round } from "./marks.tsx";
import { type SparklineFigures, sparklineLayout } from "./sparkline-state.ts";
import { color } from "./theme.ts";

export type SparklineProps = SparklineFigures & { width?: number | undefined; height?: number | undefined };

/** History, path and target of a headline indicator at the size of a card. Hidden from screen readers: the card says it in words. */
export function Sparkline({ width = 240, height = 56, ...figures }: SparklineProps): ReactElement {
  const layout = sparklineLayout(figures, width, height);
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className="block h-auto w-full"
    >
      {layout.path && (
        <path
          d={polyline(layout.path)}
          fill="none"
          stroke={color.target}
          strokeWidth={1.25}
          strokeDasharray="1 4"
          strokeLinecap="round"
        />
      )}
      {layout.averages.map((line) => (
        <path key={polyline(line)} d={polyline(line)} fill="none" stroke={color.target} strokeWidth={1.25} />
      ))}
      {layout.lines.map((line) => (
        <path
          key={polyline(line)}
          d={polyline(line)}
          fill="none"
          stroke={color.accent}
          strokeWidth={1.75}
          strokeLinejoin="round"
        />
      ))}
      {layout.targets.map(({ x, y }) => (
        <Diamond key={`${x} ${y}`} cx={round(x)} cy={round(y)} r={5} />
      ))}
      {layout.dots.map(({ x, y, dot, isLast }) => (
        <FigureDot key={x} cx={round(x)} cy={round(y)} r={isLast ? 4.5 : 2.25} dot={dot} stroke={color.accent} />
      ))}
    </svg>
  );
}
