import { textWidth, wrapText } from "./text.ts";
import { lineHeight } from "./theme.ts";

/** What is burned into a picture, so that it can be read and checked wherever it ends up. */
export type PictureWords = {
  title: string;
  /** What the chart says in sentences: for who cannot see it. */
  description: string;
  /** The indicator's full name and its unit. */
  subtitle: string;
  /** Source, release, permalink: a line each. */
  footer: readonly string[];
};

/** A font of the picture: its weight and its file as base64. */
export type PictureFont = { weight: number; base64: string };

const SVG = "http://www.w3.org/2000/svg";
const FAMILY = "Be Vietnam Pro";
const PADDING = 24;
const size = { title: 20, subtitle: 13, footer: 12 } as const;
/** A picture is for paper and slides: always on white, in the colours that the charts name beside their tokens. */
const colour = { ground: "#ffffff", ink: "#16211f", soft: "#4c5a57", line: "#dde3e0" } as const;

/** Attributes that only mean something on the page. */
const OF_THE_PAGE = /^(class|style|role|tabindex|cursor|focusable|aria-.*|data-.*|xmlns|name|id)$/;

/** `var(--chart-ink, #16211f)` → `#16211f`: a file has no stylesheet to look tokens up in. */
export const withoutTokens = (value: string): string => value.replaceAll(/var\(--[\w-]+,\s*([^()]+)\)/g, "$1");

/** A chart as drawn, without what belongs to the page: tokens, and handles for readers and pointers. */
function cleaned(chart: SVGSVGElement): SVGSVGElement {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  for (const handle of copy.querySelectorAll("[fill-opacity='0']")) handle.remove();
  for (const element of [copy, ...copy.querySelectorAll("*")]) {
    for (const { name, value } of [...element.attributes]) {
      if (OF_THE_PAGE.test(name)) element.removeAttribute(name);
      else if (value.includes("var(")) element.setAttribute(name, withoutTokens(value));
    }
  }
  for (const group of [...copy.querySelectorAll("g")].reverse()) if (!group.hasChildNodes()) group.remove();
  return copy;
}

/** A chart as a file of its own: title and unit above it, source, release and permalink under it, `<title>` and `<desc>` for readers. The same chart gives the same file. */
export function standaloneSvg(
  chart: SVGSVGElement,
  words: PictureWords,
  fonts: readonly PictureFont[] = [],
): { svg: string; width: number; height: number } {
  const inner = cleaned(chart);
  const [chartWidth, chartHeight] = [Number(inner.getAttribute("width")), Number(inner.getAttribute("height"))];
  const width = chartWidth + 2 * PADDING;
  const document = chart.ownerDocument;
  const make = (name: string, attributes: Record<string, string | number>, text?: string): SVGElement => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const texts: SVGElement[] = [];
  let y = PADDING;
  const write = (text: string, fontSize: number, fill: string, weight: number) => {
    for (const line of brokenLines(text, chartWidth, fontSize)) {
      const height = lineHeight(fontSize);
      texts.push(
        make(
          "text",
          { x: PADDING, y: y + Math.round(height * 0.76), "font-size": fontSize, "font-weight": weight, fill },
          line,
        ),
      );
      y += height;
    }
  };
  write(words.title, size.title, colour.ink, 600);
  y += 4;
  write(words.subtitle, size.subtitle, colour.soft, 400);
  y += 14;
  const top = y;
  y += chartHeight + 12;
  texts.push(make("path", { d: `M${PADDING} ${y}H${width - PADDING}`, stroke: colour.line, fill: "none" }));
  y += 8;
  for (const line of words.footer) write(line, size.footer, colour.soft, 400);
  const height = y + PADDING - 6;

  const root = make("svg", {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    "aria-labelledby": "title desc",
    "font-family": `'${FAMILY}', 'Segoe UI', Arial, sans-serif`,
  });
  const faces = fonts
    .map(
      ({ weight, base64 }) =>
        `@font-face{font-family:"${FAMILY}";font-weight:${weight};src:url(data:font/woff2;base64,${base64}) format("woff2")}`,
    )
    .join("");
  inner.setAttribute("x", String(PADDING));
  inner.setAttribute("y", String(top));
  root.append(
    make("title", { id: "title" }, words.title),
    make("desc", { id: "desc" }, words.description),
    ...(faces ? [make("style", {}, faces)] : []),
    make("rect", { width, height, fill: colour.ground }),
    inner,
    ...texts,
  );
  return { svg: `${new XMLSerializer().serializeToString(root)}\n`, width, height };
}

/** Lines of at most `width` pixels: a sign stays with its number, and an address without spaces is broken where it has to be. */
export function brokenLines(text: string, width: number, fontSize: number): string[] {
  return wrapText(text.replaceAll(/([<>≤≥→]) /g, "$1\u00a0"), width, fontSize).flatMap((line) => {
    const parts: string[] = [];
    let rest = line;
    while (textWidth(rest, fontSize) > width && rest.length > 1) {
      let end = rest.length;
      while (end > 1 && textWidth(rest.slice(0, end), fontSize) > width) end--;
      parts.push(rest.slice(0, end));
      rest = rest.slice(end);
    }
    return [...parts, rest];
  });
}
