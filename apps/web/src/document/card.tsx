import type { ReleaseRef } from "@moc2030/shared/schema/release";
import type { Lang } from "@moc2030/shared/text/lang";
import { renderToStaticMarkup } from "react-dom/server";
import { inTheme } from "../charts/palette.ts";
import { withArrows } from "../charts/picture.tsx";
import { brokenLines, textWidth } from "../charts/text.ts";
import { color, lineHeight } from "../charts/theme.ts";
import type { Text } from "../text/text.tsx";
import { dayOfInstant } from "../words/format.ts";
import type { Card, CardRow } from "./page.ts";
import { Shape } from "./status-badge.tsx";

/** The size that networks ask for, of which the drawing is half: the PNG has two pixels for each of its own. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;
const [WIDTH, HEIGHT] = [CARD_SIZE.width / 2, CARD_SIZE.height / 2];
const EDGE = 28;
const INNER = WIDTH - 2 * EDGE;
const TITLE_TOP = 60;
const FOOT = HEIGHT - 26;
/** Rows of a card; what is beyond them is counted. */
const MAX_ROWS = 5;

/** The address of a page's picture at a release, on the server that has the page. */
export const cardAddress = (path: string, release: number, lang: Lang): string =>
  `/og${path === "/" ? "" : path}/r${release}.${lang}.png`;

const ageOf = ({ id, publishedAt }: ReleaseRef, { say, lang }: Text) =>
  say("share.age", { id, day: dayOfInstant(publishedAt, lang) });

/** A card in words, without its verdicts: those of the picture are of the day of the release, not of today. */
export const cardAlt = ({ title, rows }: Card, release: ReleaseRef, text: Text): string =>
  [
    title,
    ...rows.slice(0, MAX_ROWS).flatMap(({ label, value }) => (value === null ? [] : [`${label}: ${value}`])),
    ageOf(release, text),
  ].join(". ");

type LineProps = { text: string; x: number; y: number; width: number; size: number; weight?: number; fill?: string };

/** A text on one line, made smaller where it is too long: a figure is never cut. */
function Line({ text, x, y, width, size, weight = 400, fill = color.ink }: LineProps) {
  const fitting = Math.min(size, Math.floor((10 * size * width) / textWidth(text, size)) / 10);
  return (
    <text x={x} y={y} fontSize={fitting} fontWeight={weight} fill={fill}>
      {withArrows(text)}
    </text>
  );
}

function Verdict({ of, x, y, width, size }: { of: NonNullable<CardRow["verdict"]> } & Omit<LineProps, "text">) {
  const name = of.class.replaceAll("_", "-");
  return (
    <>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the word beside it says it */}
      <svg x={x} y={y - size * 0.82} width={size} height={size} viewBox="0 0 16 16" color={`var(--${name})`}>
        <Shape status={of.class} tint={`var(--${name}-tint)`} />
      </svg>
      <Line
        text={of.word}
        x={x + size * 1.5}
        y={y}
        width={width - size * 1.5}
        size={size}
        weight={600}
        fill={`var(--${name})`}
      />
    </>
  );
}

/** A title in the largest size at which it takes at most `most` lines; one that is longer still is cut. */
function titleOf(title: string, most: number): { lines: string[]; size: number } {
  const tried = [25, 21, 17].map((size) => ({ lines: brokenLines(title, INNER, size), size }));
  const smallest = { lines: (tried.at(-1)?.lines ?? []).slice(0, most), size: 17 };
  return (
    tried.find(({ lines }) => lines.length <= most) ?? {
      ...smallest,
      lines: smallest.lines.map((line, index) => (index === most - 1 ? `${line}…` : line)),
    }
  );
}

/** Rows in two columns, or in three where a row has a value and a verdict. */
function Rows({ rows, top }: { rows: readonly CardRow[]; top: number }) {
  const isTable = rows.some(({ value, verdict }) => value !== null && verdict);
  const size = isTable ? 13 : 16;
  const pitch = Math.min(Math.floor((FOOT - 18 - top) / Math.max(rows.length, 1)), isTable ? 26 : 34);
  const [second, third] = isTable ? [EDGE + 195, EDGE + 368] : [EDGE + 172, EDGE + 172];
  const end = WIDTH - EDGE;
  return rows.map(({ label, value, verdict }, index) => {
    const y = top + index * pitch + size;
    return (
      <g key={label}>
        <Line text={label} x={EDGE} y={y} width={second - EDGE - 10} size={size} fill={color.muted} />
        {value === null ? null : (
          <Line text={value} x={second} y={y} width={(isTable ? third - 10 : end) - second} size={size} weight={600} />
        )}
        {verdict ? <Verdict of={verdict} x={third} y={y} width={end - third} size={size} /> : null}
      </g>
    );
  });
}

/** The picture of a shared link as an SVG: title, rows, age of the data. */
export function drawCard({ title, rows }: Card, release: ReleaseRef, text: Text): string {
  const { lines, size } = titleOf(title, rows.length > 3 ? 2 : 3);
  const pitch = lineHeight(size);
  const bottom = TITLE_TOP + pitch * lines.length;
  const left = rows.length - MAX_ROWS;
  const shown: CardRow[] = [
    ...rows.slice(0, MAX_ROWS),
    ...(left > 0 ? [{ label: text.say("share.more", { n: left }), value: null }] : []),
  ];
  const svg = renderToStaticMarkup(
    // biome-ignore lint/a11y/noSvgWithoutTitle: it becomes a PNG, whose text stands in og:image:alt
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      fontFamily="'Be Vietnam Pro'"
    >
      <rect width={WIDTH} height={HEIGHT} fill={color.surface} />
      <rect width={WIDTH} height={6} fill={color.accent} />
      <Line text="Mốc 2030" x={EDGE} y={40} width={INNER} size={15} weight={600} fill={color.accent} />
      {lines.map((line, index) => (
        <Line
          key={line}
          text={line}
          x={EDGE}
          y={TITLE_TOP + pitch * index + Math.round(pitch * 0.76)}
          width={INNER}
          size={size}
          weight={600}
        />
      ))}
      {shown.length > 0 ? (
        <Rows rows={shown} top={bottom + 12} />
      ) : (
        brokenLines(text.say("footer.what"), INNER, 15).map((line, index) => (
          <Line
            key={line}
            text={line}
            x={EDGE}
            y={bottom + 32 + index * 22}
            width={INNER}
            size={15}
            fill={color.muted}
          />
        ))
      )}
      <path d={`M${EDGE} ${FOOT - 12}H${WIDTH - EDGE}`} stroke={color.grid} />
      <Line text={ageOf(release, text)} x={EDGE} y={FOOT + 7} width={INNER} size={12} fill={color.muted} />
    </svg>,
  );
  return inTheme(svg, "light");
}
