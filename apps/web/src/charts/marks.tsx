import type { ReactElement } from "react";
import type { Place, PlacedLabel } from "./labels.ts";
import type { Dot, Mark } from "./runs.ts";
import { color, lineHeight } from "./theme.ts";

/** A figure's dot: filled, hollow (provisional, estimated), or hollow, grey and dashed (unverified). */
export function FigureDot(props: { cx: number; cy: number; r: number; dot: Dot; stroke: string }): ReactElement {
  const { cx, cy, r, dot, stroke } = props;
  if (dot === "solid") return <circle cx={cx} cy={cy} r={r} fill={stroke} stroke={color.surface} strokeWidth={1} />;
  if (dot === "hollow") return <circle cx={cx} cy={cy} r={r} fill={color.surface} stroke={stroke} strokeWidth={2} />;
  // Dashed as well as grey, since another compiler's line is grey too.
  return (
    <circle
      cx={cx}
      cy={cy}
      r={r}
      fill={color.surface}
      stroke={color.unverified}
      strokeWidth={1.5}
      strokeDasharray="2 1.5"
    />
  );
}

/** A target's diamond. */
export function Diamond({ cx, cy, r }: { cx: number; cy: number; r: number }): ReactElement {
  return (
    <path
      d={`M${cx} ${cy - r}L${cx + r} ${cy}L${cx} ${cy + r}L${cx - r} ${cy}Z`}
      fill={color.target}
      stroke={color.surface}
      strokeWidth={1}
    />
  );
}

/** The assumed figure: a ring around a dot, unlike any published figure. */
export const AssumedDot = ({ cx, cy }: { cx: number; cy: number }): ReactElement => (
  <g stroke={color.ink} fill={color.surface}>
    <circle cx={cx} cy={cy} r={6} strokeWidth={1.5} />
    <circle cx={cx} cy={cy} r={1.5} fill={color.ink} />
  </g>
);

/** A placed label, with an outline in the background colour for legibility over lines. */
export function LabelText(props: { label: PlacedLabel; fill: string; bold?: boolean }): ReactElement {
  const { label, fill, bold = false } = props;
  const { x, y, width } = label.rect;
  const textX = { start: x, middle: x + width / 2, end: x + width }[label.textAnchor];
  const pitch = lineHeight(label.size);
  const text = (
    <text
      textAnchor={label.textAnchor}
      fontSize={label.size}
      fontWeight={bold ? 600 : 400}
      fill={fill}
      stroke={color.surface}
      strokeWidth={4}
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      {label.lines.map((line, index) => (
        // The baseline, at 76% of a line height that has room for stacked diacritics.
        <tspan key={line} x={round(textX)} y={round(y + pitch * (index + 0.76))}>
          {line}
        </tspan>
      ))}
    </text>
  );
  if (!label.leader) return text;
  return (
    <>
      <path d={polyline(label.leader)} stroke={color.axis} strokeWidth={0.75} />
      {text}
    </>
  );
}

/** Rounds to half pixels, which keeps the SVG short and stable. */
export const round = (pixels: number): number => Math.round(pixels * 2) / 2;

/** Positions of figures in pixels. */
export const placesOf = (
  figures: readonly { timePeriod: number; value: number }[],
  { x, y }: { x: (year: number) => number; y: (value: number) => number },
): Place[] => figures.map(({ timePeriod, value }) => ({ x: round(x(timePeriod)), y: round(y(value)) }));

/** Path data of a line through points. */
export const polyline = (places: readonly Place[]): string =>
  `M${places.map(({ x, y }) => `${round(x)} ${round(y)}`).join("L")}`;

type DotsProps = { marks: readonly Mark[]; places: readonly Place[]; r: number; stroke: string };

/** Dots of a line. Solid ones are a single path, since a comparison has about a hundred. */
export function Dots({ marks, places, r, stroke }: DotsProps): ReactElement {
  const filled = places.filter((_, index) => marks[index]?.dot === "solid");
  return (
    <>
      {filled.length > 0 ? (
        <path
          d={filled.map((place) => circle(place, r)).join("")}
          fill={stroke}
          stroke={color.surface}
          strokeWidth={1}
        />
      ) : null}
      {marks.map(({ timePeriod, dot }, index) =>
        dot === "solid" ? null : (
          <FigureDot
            key={timePeriod}
            cx={places[index]?.x ?? 0}
            cy={places[index]?.y ?? 0}
            r={r}
            dot={dot}
            stroke={stroke}
          />
        ),
      )}
    </>
  );
}

/** Path data of a circle. */
const circle = ({ x, y }: Place, r: number) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
