import type { ReactElement } from "react";
import type { DataLabel } from "./indicator-labels.ts";
import { type IndicatorLayout, sizeOf } from "./indicator-layout.ts";
import { LabelText, round } from "./marks.tsx";
import { color, fontSize, lineHeight } from "./theme.ts";

const fills: Record<DataLabel["role"], string> = {
  target: color.ink,
  average: color.ink,
  last: color.accent,
  name: color.muted,
  point: color.muted,
  way: color.muted,
  assumed: color.ink,
};

/** Text on an indicator chart: unit, causes of breaks, milestone numbers, labels. */
export function Annotations({ layout }: { layout: IndicatorLayout }): ReactElement {
  const { plot } = layout;
  const pitch = lineHeight(fontSize.tick);
  return (
    <g pointerEvents="none">
      <text fontSize={fontSize.tick} fill={color.muted}>
        {layout.unit.map((line, index) => (
          <tspan key={line} x={0} y={pitch * (index + 0.76)}>
            {line}
          </tspan>
        ))}
      </text>
      {layout.breaks.map((item) => (
        <g key={item.x}>
          <path d={`M${round(item.x)} ${item.top}V${plot.bottom - layout.foot}`} stroke={color.axis} strokeWidth={1} />
          <text textAnchor={item.textAnchor} fontSize={fontSize.tick} fill={color.muted}>
            {item.lines.map((line, index) => (
              <tspan key={line} x={round(item.textX)} y={item.top + pitch * (index + 0.76)}>
                {line}
              </tspan>
            ))}
          </text>
        </g>
      ))}
      {layout.milestones.map((tick) => (
        <g key={tick.text}>
          <path d={`M${round(tick.x)} ${plot.bottom}v-7`} stroke={color.ink} strokeWidth={1.5} />
          <text
            x={round(tick.x)}
            y={plot.bottom - 10}
            textAnchor="middle"
            fontSize={fontSize.tick}
            fontWeight={600}
            fill={color.ink}
          >
            {tick.text}
          </text>
        </g>
      ))}
      {layout.labels.map((label) => (
        <LabelText
          key={label.id}
          label={{ ...label, size: sizeOf(label.role) }}
          fill={fills[label.role]}
          bold={label.role === "last" || label.role === "assumed"}
        />
      ))}
    </g>
  );
}
