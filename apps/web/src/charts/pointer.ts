import type { TooltipLine, TooltipYear } from "./tooltips.ts";

const SVG = "http://www.w3.org/2000/svg";
/** Space right of the plot that still counts as the last year, in pixels; labels may follow. */
const EDGE = 10;
/** Maximum distance from the pointer to a dot for its line to be highlighted, in pixels of the drawing. */
const NEAR = 28;

/** A chart and its selected year. */
type Shown = { chart: HTMLElement; index: number; near: number | undefined; cursor: SVGGElement };

/**
 * Shows the values of a chart's year: nearest to the pointer, or selected by arrow keys. Delegates from the document, so
 * charts may be replaced; returns a disposer.
 */
export function chartPointer(root: Document): () => void {
  let shown: Shown | undefined;

  function hide() {
    shown?.cursor.remove();
    if (shown) tipOf(shown.chart)?.replaceChildren();
    shown = undefined;
  }

  function show(chart: HTMLElement, index: number, near?: number) {
    const year = yearsOf(chart)[index];
    const drawing = drawingOf(chart);
    if (!year || !drawing) return;
    const isSame = shown?.chart === chart && shown.index === index && shown.near === near;
    if (isSame && shown?.cursor.parentNode === drawing.svg) return;
    hide();
    const cursor = cursorOf(drawing, year, near);
    drawing.svg.append(cursor);
    shown = { chart, index, near, cursor };
    const tip = tipOf(chart);
    const at = drawing.x(year.year) * drawing.scale;
    tip?.style.setProperty("--at", `${at}px`);
    tip?.setAttribute("data-side", at > drawing.width / 2 ? "left" : "right");
    const lines = year.lines.map(lineOf);
    const first = near === undefined ? undefined : lines[near];
    // The line nearest to the pointer is listed first, in bold.
    if (first) lines.unshift(...lines.splice(near ?? 0, 1));
    first?.replaceChildren(node("strong", first.textContent ?? ""));
    tip?.replaceChildren(node("strong", `${year.year}`), ...lines);
  }

  function point(chart: HTMLElement, { clientX, clientY }: PointerEvent) {
    const drawing = drawingOf(chart);
    if (!drawing) return;
    const x = (clientX - drawing.left) / drawing.scale;
    if (x > drawing.right + EDGE) return hide();
    const index = nearest(yearsOf(chart).map(({ year }) => drawing.x(year) - x));
    const y = (clientY - drawing.above) / drawing.scale;
    const far = (yearsOf(chart)[index]?.dots ?? []).map((dot) => ({ dot, by: drawing.y(dot.value) - y }));
    const at = far[nearest(far.map(({ by }) => by))];
    show(chart, index, at && Math.abs(at.by) <= NEAR ? at.dot.line : undefined);
  }

  function step(chart: HTMLElement, key: string): boolean {
    const years = yearsOf(chart);
    const latest = years.findLastIndex(({ dots }) => dots.length > 0);
    const at = shown?.chart === chart ? shown.index : undefined;
    const to = {
      ArrowLeft: at === undefined ? latest : Math.max(0, at - 1),
      ArrowRight: at === undefined ? latest : Math.min(years.length - 1, at + 1),
      Home: 0,
      End: years.length - 1,
    }[key];
    if (to !== undefined) show(chart, to);
    if (key === "Escape") hide();
    return to !== undefined;
  }

  const ending = new AbortController();
  const on = <K extends keyof DocumentEventMap>(type: K, listen: (event: DocumentEventMap[K]) => void) =>
    root.addEventListener(type, listen, { signal: ending.signal });
  const onPointer = (event: PointerEvent) => {
    const chart = chartAt(event);
    if (chart) point(chart, event);
    // Mouse movement does not close a tooltip opened by keyboard; a click elsewhere closes any.
    else if (event.type === "pointerdown" || !shown?.chart.matches(":focus")) hide();
  };
  on("pointerdown", onPointer);
  on("pointermove", onPointer);
  on("focusin", (event) => {
    const chart = chartAt(event);
    if (chart && shown?.chart !== chart) step(chart, "ArrowRight");
  });
  on("focusout", hide);
  on("keydown", (event) => {
    const chart = chartAt(event);
    if (chart && step(chart, event.key)) event.preventDefault();
  });
  return () => {
    hide();
    ending.abort();
  };
}

/** Index of the difference with the smallest absolute value. */
function nearest(differences: readonly number[]): number {
  const distances = differences.map(Math.abs);
  return distances.indexOf(Math.min(...distances));
}

const chartAt = ({ target }: Event) => (target instanceof Element ? target.closest<HTMLElement>("[data-chart]") : null);
const tipOf = (chart: Element) => chart.querySelector<HTMLElement>(".chart-tip");
const yearsOf = (chart: Element) => JSON.parse(chart.querySelector("script")?.textContent ?? "[]") as TooltipYear[];

/** The visible drawing and its scales; `scale` is screen pixels per drawing pixel. */
function drawingOf(chart: Element) {
  for (const svg of chart.querySelectorAll("svg")) {
    const { left, top: above, width } = svg.getBoundingClientRect();
    if (width === 0) continue;
    const [x0 = 0, perYear = 0, y0 = 0, perUnit = 0, right = 0, top = 0, bottom = 0] =
      svg.dataset.scale?.split(" ").map(Number) ?? [];
    return {
      ...{ svg, left, above, width, right, top, bottom },
      scale: width / Number(svg.getAttribute("width")),
      x: (year: number) => x0 + (year - 2000) * perYear,
      y: (value: number) => y0 + value * perUnit,
    };
  }
  return undefined;
}

function cursorOf(
  { x, y, top, bottom }: NonNullable<ReturnType<typeof drawingOf>>,
  { year, dots }: TooltipYear,
  near: number | undefined,
) {
  const cursor = document.createElementNS(SVG, "g");
  const draw = (name: string, attributes: Record<string, string | number>) => {
    const element = cursor.appendChild(document.createElementNS(SVG, name));
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, `${value}`);
  };
  draw("path", { d: `M${x(year)} ${top}V${bottom}`, stroke: "var(--chart-axis)", "stroke-dasharray": "2 3" });
  for (const { value, r, fill, line } of dots)
    draw("circle", {
      cx: x(year),
      cy: y(value),
      r: line !== undefined && line === near ? r + 2 : r,
      fill,
      stroke: "var(--chart-surface)",
      "stroke-width": 2,
    });
  return cursor;
}

function lineOf({ name, text, note, isMain }: TooltipLine): HTMLElement {
  const parts = [`${name}: `, isMain ? node("strong", text) : text, ...(note ? [" ", node("small", note)] : [])];
  const line = node("p", "");
  line.append(...parts);
  return line;
}

function node(name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
