import type { ReactElement } from "react";
import type { Place, PlacedLabel } from "./labels.ts";
import type { Dot, Mark } from "./runs.ts";
import { color, lineHeight } from "./theme.ts";

/** A figure's dot: filled, hollow (provisional, estimated), or hollow, grey and dashed (unverified). */
export function FigureDot(props: { cx: number; cy: number; r: number; dot: Dot; stroke: string }): ReactElement {
  const { cx, cy, r, dot, stroke } = props;
  if (dot === "solid") return <circle cx={cx} cy={cy} r={r} fill={stroke} stroke={color.surface} strokeWidth={1} />;
  if (dot === "hollow") return <circle cx={cx} cy={cy} r={r} fill={color.surface} stroke={stroke} strokeWidth={2} />;
  // Broken as well as grey: beside another compiler's grey line, grey alone would say nothing.
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

/** A figure that is only assumed: a ring around a point, like nothing that was published. */
export const AssumedDot = ({ cx, cy }: { cx: number; cy: number }): ReactElement => (
  <g stroke={color.ink} fill={color.surface}>
    <circle cx={cx} cy={cy} r={6} strokeWidth={1.5} />
    <circle cx={cx} cy={cy} r={1.5} fill={color.ink} />
  </g>
);

/** A placed label, with a rim in the colour of the ground so that it can be read where a line passes. */
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
        // The baseline stands at about three quarters of a line that leaves room for stacked diacritics.
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

/** Half pixels are as fine as a screen shows; longer decimals only make files differ. */
export const round = (pixels: number): number => Math.round(pixels * 2) / 2;

/** Where figures stand on a chart. */
export const placesOf = (
  figures: readonly { timePeriod: number; value: number }[],
  { x, y }: { x: (year: number) => number; y: (value: number) => number },
): Place[] => figures.map(({ timePeriod, value }) => ({ x: round(x(timePeriod)), y: round(y(value)) }));

/** A line through places, as the `d` of a path. */
export const polyline = (places: readonly Place[]): string =>
  `M${places.map(({ x, y }) => `${round(x)} ${round(y)}`).join("L")}`;

type DotsProps = { marks: readonly Mark[]; places: readonly Place[]; r: number; stroke: string };

/** The figures of a line. Its filled dots are one shape: a comparison has a hundred, and a longer name moves them all. */
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

/** A circle as part of the `d` of a path. */
const circle = ({ x, y }: Place, r: number) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
