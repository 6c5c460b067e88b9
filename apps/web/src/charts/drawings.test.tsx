import { cleanup, render } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { chartWords } from "../words/words.ts";
import { ComparisonChart } from "./comparison-chart.tsx";
import { IndicatorChart } from "./indicator-chart.tsx";
import type { IndicatorFigures } from "./indicator-parts.ts";
import {
  digitalEconomy,
  egdi,
  gci,
  gii,
  growthFormat,
  indexFormat,
  productivity,
  rankFormat,
  shareFormat,
} from "./indicators.fixture.ts";
import type { ChartFormat } from "./model.ts";
import { inTheme } from "./palette.ts";
import { egdiPeers, egdiValuePeers, giiPeers } from "./peers.fixture.ts";

afterEach(cleanup);

const charts: [string, IndicatorFigures, ChartFormat][] = [
  ["gii", gii, rankFormat],
  ["gci", gci, rankFormat],
  ["egdi", egdi, rankFormat],
  ["digital-economy", digitalEconomy, shareFormat],
  ["productivity", productivity, growthFormat],
];
const frame = { titleId: "title", descriptionId: "summary", words: chartWords.vi, format: rankFormat };
const peers = { valueKind: "rank", unit: "", focus: "VNM" } as const;

/** The medium-width drawing of a chart. */
function drawingOf(element: ReactElement): SVGElement {
  const svg = render(element).container.querySelector<SVGElement>(".chart-medium");
  if (!svg) throw new Error("nothing was drawn");
  return svg;
}

/** The SVG of a drawing in light colours, one tag per line. */
const drawn = (element: ReactElement): string =>
  `${inTheme(drawingOf(element).outerHTML, "light")
    .replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replaceAll(/-?\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100))
    .replaceAll("><", ">\n<")}\n`;

/** Centres of all dots: hollow ones are circles; solid ones are arcs in one path, each starting at its left edge. */
function dotsIn(container: Element): [number, number][] {
  const circles = [...container.querySelectorAll("circle")].map((dot): [number, number] => [
    Number(dot.getAttribute("cx")),
    Number(dot.getAttribute("cy")),
  ]);
  const filled = [...container.querySelectorAll("path[d*=a]")].flatMap((path) =>
    [...(path.getAttribute("d") ?? "").matchAll(/M(\S+) ([^a]+)a(\S+)/g)].map(([, left, y, r]): [number, number] => [
      Number(left) + Number(r),
      Number(y),
    ]),
  );
  return [...circles, ...filled];
}

describe("drawings", () => {
  it.each(charts)("%s: indicator chart", async (name, figures, format) => {
    const svg = drawn(<IndicatorChart {...frame} {...figures} format={format} />);
    await expect(svg).toMatchFileSnapshot(`drawings/${name}.svg`);
  });

  it("a figure that stands alone has its own dot and no other", () => {
    const series = egdi.series.map((own) => ({ ...own, points: own.points.slice(-1) }));
    const drawing = drawingOf(<IndicatorChart {...frame} {...egdi} series={series} targets={[]} ways={[]} />);
    expect(dotsIn(drawing)).toHaveLength(series.length);
  });

  it("EGDI and GII of ASEAN: comparison", async () => {
    const egdiSvg = drawn(<ComparisonChart {...frame} {...peers} frequency="A2" lines={egdiPeers} />);
    await expect(egdiSvg).toMatchFileSnapshot("drawings/egdi-asean.svg");
    cleanup();
    const giiSvg = drawn(<ComparisonChart {...frame} {...peers} frequency="A" lines={giiPeers} />);
    await expect(giiSvg).toMatchFileSnapshot("drawings/gii-asean.svg");
    cleanup();
    const values = { ...frame, valueKind: "index", unit: "0–1", focus: "VNM", format: indexFormat } as const;
    const valueSvg = drawn(<ComparisonChart {...values} frequency="A2" lines={egdiValuePeers} />);
    await expect(valueSvg).toMatchFileSnapshot("drawings/egdi-value-asean.svg");
  });
});

describe("a chart", () => {
  it("draws its dots where its labels and hairlines think they are", () => {
    const drawing = drawingOf(<ComparisonChart {...frame} {...peers} frequency="A2" lines={egdiPeers} />);
    const ends = [...drawing.querySelectorAll(":scope > g:last-child path")].map(
      (path) => path.getAttribute("d") ?? "",
    );
    const dots = dotsIn(drawing);
    expect(ends).toHaveLength(11);
    expect(dots.length).toBeGreaterThan(100);
    for (const d of ends) {
      const [x = 0, y = 0] = d.slice(1).split(/[ L]/).map(Number);
      expect(dots.some(([cx, cy]) => Math.abs(cx - x) < 0.6 && Math.abs(cy - y) < 0.6)).toBe(true);
    }
  });

  it("lists the milestones under their numbers", () => {
    const { container } = render(<IndicatorChart {...frame} {...egdi} />);
    expect(container.querySelectorAll("ol li")).toHaveLength(4);
  });
});
