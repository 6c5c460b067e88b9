import type { KeyboardEvent, ReactElement } from "react";
import type { ComparisonLayout } from "./comparison-layout.ts";
import type { Look } from "./comparison-look.ts";
import { round } from "./marks.tsx";
import { color, fontSize } from "./theme.ts";

type EndLabelsProps = {
  layout: ComparisonLayout;
  look: (area: string) => Look;
  highlighted: string | null;
  highlight: (area: string | null) => void;
};

/** Names and latest figures at the line ends. Each is a button that lights its line up: by pointer, by finger, by Tab. */
export function EndLabels({ layout, look, highlighted, highlight }: EndLabelsProps): ReactElement {
  const onKeyDown = (event: KeyboardEvent, area: string) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    highlight(highlighted === area ? null : area);
  };
  return (
    <g>
      {layout.labels.map(({ area, name, text, x, y, thread }) => {
        const { stroke, text: fill, opacity, bold } = look(area);
        const [from, knee, to] = thread;
        return (
          // biome-ignore lint/a11y/useSemanticElements: there is no button element in SVG.
          <g
            key={area}
            role="button"
            tabIndex={0}
            aria-pressed={highlighted === area}
            aria-label={`${name} ${text}`}
            cursor="pointer"
            onMouseEnter={() => highlight(area)}
            onMouseLeave={() => highlight(null)}
            onFocus={() => highlight(area)}
            onBlur={() => highlight(null)}
            onKeyDown={(event) => onKeyDown(event, area)}
          >
            <path
              d={`M${round(from.x)} ${round(from.y)}L${round(knee.x)} ${round(knee.y)}L${round(to.x)} ${round(to.y)}`}
              fill="none"
              stroke={stroke}
              strokeOpacity={opacity}
              strokeWidth={0.75}
              strokeDasharray={knee.x - from.x > 12 ? "1 3" : undefined}
            />
            <rect
              x={x - 3}
              y={y - layout.pitch / 2}
              width={layout.column - 20}
              height={layout.pitch}
              fill={color.surface}
              fillOpacity={0}
            />
            <text
              x={x}
              y={round(y + fontSize.label * 0.36)}
              fontSize={fontSize.label}
              fontWeight={bold ? 600 : 400}
              fill={fill}
            >
              {name} {text}
            </text>
          </g>
        );
      })}
    </g>
  );
}
