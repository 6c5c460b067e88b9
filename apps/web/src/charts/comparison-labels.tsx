import type { ReactElement, SVGProps } from "react";
import type { ComparisonLayout, EndLabel } from "./comparison-layout.ts";
import { type Look, targetLook } from "./comparison-look.ts";
import { round } from "./marks.tsx";
import { color, fontSize } from "./theme.ts";

/** Handlers of interactive labels: highlight on hover, pin on click. */
export type Pinning = {
  pins: readonly string[];
  onLight: (area: string | null) => void;
  onPin: (area: string) => void;
};
type EndLabelsProps = { layout: ComparisonLayout; look: (area: string) => Look; pinning?: Pinning };

/** Names and latest figures at the line ends; buttons if `pinning` is given. */
export function EndLabels({ layout, look, pinning }: EndLabelsProps): ReactElement {
  return (
    <g>
      {layout.labels.map((label) => (
        <g key={label.area} {...(pinning && !label.isTarget && buttonProps(label, pinning))}>
          <Label
            label={label}
            layout={layout}
            look={label.isTarget ? targetLook : look(label.area)}
            isButton={pinning !== undefined && !label.isTarget}
          />
        </g>
      ))}
    </g>
  );
}

/** Button semantics, since SVG has no button element. */
const buttonProps = ({ area, whole }: EndLabel, { pins, onLight, onPin }: Pinning): SVGProps<SVGGElement> => ({
  role: "button",
  tabIndex: 0,
  "aria-pressed": pins.includes(area),
  "aria-label": whole,
  cursor: "pointer",
  onMouseEnter: () => onLight(area),
  onMouseLeave: () => onLight(null),
  onFocus: () => onLight(area),
  onBlur: () => onLight(null),
  onClick: () => onPin(area),
  onKeyDown: (event) => {
    // Arrow keys on a label must not step through the chart's years.
    event.stopPropagation();
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onPin(area);
  },
});

type LabelProps = { label: EndLabel; layout: ComparisonLayout; look: Look; isButton: boolean };

function Label({ label: { name, text, x, y, thread }, layout, look, isButton }: LabelProps): ReactElement {
  const [from, knee, to] = thread;
  return (
    <>
      <path
        d={`M${round(from.x)} ${round(from.y)}L${round(knee.x)} ${round(knee.y)}L${round(to.x)} ${round(to.y)}`}
        fill="none"
        stroke={look.stroke}
        strokeOpacity={look.opacity}
        strokeWidth={0.75}
        strokeDasharray={knee.x - from.x > 12 ? "1 3" : undefined}
      />
      {isButton ? (
        <rect
          x={x - 3}
          y={y - layout.pitch / 2}
          width={layout.column - 20}
          height={layout.pitch}
          fill={color.surface}
          fillOpacity={0}
        />
      ) : null}
      <text
        x={x}
        y={round(y + fontSize.label * 0.36)}
        fontSize={fontSize.label}
        fontWeight={look.bold ? 600 : 400}
        fill={look.text}
      >
        {name} {text}
      </text>
    </>
  );
}
