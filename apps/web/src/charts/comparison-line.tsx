import { memo, type ReactElement } from "react";
import { Line } from "recharts";
import type { Look } from "./comparison-look.ts";
import type { ComparedRun } from "./comparison-state.ts";
import { FigureDot } from "./marks.tsx";
import { color } from "./theme.ts";

/** A stretch of an area's line. Remembered, so that lighting one line up redraws only the lines whose look changes. */
export const ComparedLine = memo(function ComparedLine(props: { run: ComparedRun } & Look): ReactElement {
  const { run, ...look } = props;
  const dots = new Map(run.marks.map((mark) => [mark.timePeriod, mark.dot]));
  // A figure without neighbours has no line to be seen by.
  const r = look.bold ? 4 : run.marks.length > 1 ? 2.5 : 3;
  return (
    <Line
      dataKey={run.key}
      name={run.key}
      stroke={look.stroke}
      strokeWidth={look.strokeWidth}
      strokeOpacity={look.opacity}
      connectNulls
      isAnimationActive={false}
      activeDot={{ r: r + 1.5, fill: look.stroke, stroke: color.surface, strokeWidth: 1 }}
      dot={({ key, cx, cy, payload }) => {
        const dot = dots.get(payload.year);
        return dot && cx != null && cy != null ? (
          <g key={key} opacity={look.opacity}>
            <FigureDot cx={cx} cy={cy} r={r} dot={dot} stroke={look.stroke} />
          </g>
        ) : (
          <g key={key} />
        );
      }}
    />
  );
});
