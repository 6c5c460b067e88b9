import type { ReactElement, ReactNode } from "react";
import { brokenLines } from "./text.ts";
import { color, lineHeight } from "./theme.ts";

/** What a chart's file says, so that it can be read and checked wherever it ends up. */
export type PictureContent = {
  title: string;
  /** What the chart shows in sentences, for those who cannot see it. */
  description: string;
  /** The indicator's full name and its unit. */
  subtitle: string;
  /** Source, release, permalink: a line each. */
  footer: readonly string[];
  /** The marks of the chart at a size; none where there is nothing to draw. */
  marks?: (width: number, height: number) => ReactNode;
};

const PADDING = 24;
/** What Be Vietnam Pro has no glyph for. */
const ARROW = /([→←])/;
const SIZE = { title: 20, subtitle: 13, footer: 12 };

/** Lines of text from `top` on, and where they end. */
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
      {line.split(ARROW).map((part) =>
        ARROW.test(part) ? (
          // Left to a program, another font may take the whole line for the one character.
          <tspan key={part} fontFamily="Arimo, Arial, sans-serif">
            {part}
          </tspan>
        ) : (
          part
        ),
      )}
    </text>
  ));
  return { drawn, bottom: top + pitch * lines.length };
}

/** A chart as a document of its own: title and unit above it, source, release and permalink under it. */
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
