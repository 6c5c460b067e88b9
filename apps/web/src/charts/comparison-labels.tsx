import type { ReactElement, SVGProps } from "react";
import type { ComparisonLayout, EndLabel } from "./comparison-layout.ts";
import type { Look } from "./comparison-look.ts";
import { round } from "./marks.tsx";
import { color, fontSize } from "./theme.ts";

type Highlighting = {
  highlighted?: string | null | undefined;
  highlight?: ((area: string | null) => void) | undefined;
};
type EndLabelsProps = Highlighting & { layout: ComparisonLayout; look: (area: string) => Look };

/** Names and latest figures at the line ends; with `highlight`, each is a button that lights its line up by pointer, finger or Tab. */
export function EndLabels({ layout, look, highlighted, highlight }: EndLabelsProps): ReactElement {
  return (
    <g>
      {layout.labels.map((label) => (
        <g key={label.area} {...(highlight && buttonProps(label, highlighted === label.area, highlight))}>
          <Label label={label} layout={layout} look={look(label.area)} isButton={highlight !== undefined} />
        </g>
      ))}
    </g>
  );
}

/** There is no button element in SVG. */
const buttonProps = (
  { area, name, text }: EndLabel,
  isHighlighted: boolean,
  highlight: (area: string | null) => void,
): SVGProps<SVGGElement> => ({
  role: "button",
  tabIndex: 0,
  "aria-pressed": isHighlighted,
  "aria-label": `${name} ${text}`,
  cursor: "pointer",
  onMouseEnter: () => highlight(area),
  onMouseLeave: () => highlight(null),
  onFocus: () => highlight(area),
  onBlur: () => highlight(null),
  onKeyDown: (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    highlight(isHighlighted ? null : area);
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
