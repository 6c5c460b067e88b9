import type { ReactElement, ReactNode } from "react";
import { brokenLines } from "./text.ts";
import { color, lineHeight } from "./theme.ts";

/** Content of a chart's file. */
export type PictureContent = {
  title: string;
  /** Text alternative. */
  description: string;
  /** Full name and unit of the indicator. */
  subtitle: string;
  /** Source, release and permalink, one per line. */
  footer: readonly string[];
  /** Renders the marks at a size; omitted if there is nothing to draw. */
  marks?: (width: number, height: number) => ReactNode;
};

const PADDING = 24;
/** Glyphs missing from Be Vietnam Pro. */
const ARROW = /([→←])/;
const SIZE = { title: 20, subtitle: 13, footer: 12 };

/** A line of text whose arrows name a font of their own: without it a renderer may use that for the whole line. */
export const withArrows = (line: string): ReactNode[] =>
  line.split(ARROW).map((part) =>
    ARROW.test(part) ? (
      <tspan key={part} fontFamily="Arimo, Arial, sans-serif">
        {part}
      </tspan>
    ) : (
      part
    ),
  );

/** A block of text lines starting at `top`, and its bottom edge in pixels. */
function textBlock(
  texts: readonly string[],
  top: number,
  width: number,
  style: { size: number; weight: number; fill: string },
) {
  const pitch = lineHeight(style.size);
  const lines = texts.flatMap((text) => brokenLines(text, width, style.size));
  const drawn = lines.map((line, index) => (
    <text
      // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
      key={index}
      x={PADDING}
      y={top + pitch * index + Math.round(pitch * 0.76)}
      fontSize={style.size}
      fontWeight={style.weight}
      fill={style.fill}
    >
      {withArrows(line)}
    </text>
  ));
  return { drawn, bottom: top + pitch * lines.length };
}

/** A chart as a standalone SVG: title, unit, chart, source, release, permalink. */
export function Picture({ content, width }: { content: PictureContent; width: number }): ReactElement {
  const inner = width - 2 * PADDING;
  const chartHeight = content.marks ? Math.round(Math.min(560, Math.max(360, inner * 0.55))) : 0;
  const title = textBlock([content.title], PADDING, inner, { size: SIZE.title, weight: 600, fill: color.ink });
  const small = { weight: 400, fill: color.muted };
  const subtitle = textBlock([content.subtitle], title.bottom + 4, inner, { size: SIZE.subtitle, ...small });
  const chartTop = subtitle.bottom + 14;
  const line = chartTop + chartHeight + 12;
  const footer = textBlock(content.footer, line + 8, inner, { size: SIZE.footer, ...small });
  const height = footer.bottom + PADDING - 6;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby="title desc"
      fontFamily="'Be Vietnam Pro', 'Segoe UI', Arial, sans-serif"
    >
      <title id="title">{content.title}</title>
      <desc id="desc">{content.description}</desc>
      <rect width={width} height={height} fill={color.surface} />
      {title.drawn}
      {subtitle.drawn}
      {content.marks ? (
        // biome-ignore lint/a11y/noSvgWithoutTitle: a part of the drawing that has one
        <svg x={PADDING} y={chartTop} width={inner} height={chartHeight}>
          {content.marks(inner, chartHeight)}
        </svg>
      ) : null}
      <path d={`M${PADDING} ${line}H${width - PADDING}`} stroke={color.grid} fill="none" />
      {footer.drawn}
    </svg>
  );
}
