import { brotliCompressSync } from "node:zlib";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { chartWords } from "../words/words.ts";
import { ComparisonChart } from "./comparison-chart.tsx";
import { IndicatorChart } from "./indicator-chart.tsx";
import { digitalEconomy, egdi, gci, gii, productivity, rankFormat, shareFormat } from "./indicators.fixture.ts";
import { egdiPeers } from "./peers.fixture.ts";

const frame = { titleId: "title", descriptionId: "summary", words: chartWords.vi, format: rankFormat };
const charts = {
  gii: <IndicatorChart {...frame} {...gii} />,
  gci: <IndicatorChart {...frame} {...gci} />,
  egdi: <IndicatorChart {...frame} {...egdi} />,
  digitalEconomy: <IndicatorChart {...frame} {...digitalEconomy} format={shareFormat} />,
  productivity: <IndicatorChart {...frame} {...productivity} format={shareFormat} />,
  comparison: <ComparisonChart {...frame} valueKind="rank" unit="" focus="VNM" frequency="A2" lines={egdiPeers} />,
};

describe.each(Object.entries(charts))("%s in a document", (name, chart) => {
  const html = renderToStaticMarkup(chart);

  test("needs no style that the security policy blocks, and gives no id twice", () => {
    expect(html).not.toMatch(/ style=|<style| id=/);
  });

  test("is the same each time", () => expect(renderToStaticMarkup(chart)).toBe(html));

  test("is small enough for a document", () => {
    const limit = name === "comparison" ? 5_000 : 2_500;
    expect(brotliCompressSync(html).length).toBeLessThan(limit);
  });
});

test("a chart is one picture with the page's title and summary, drawn for each width, its labels hidden from assistive technology", () => {
  document.body.innerHTML = renderToStaticMarkup(charts.egdi);
  for (const part of [document.querySelector("[role=application]"), document.querySelector("[role=img]")]) {
    expect(part?.getAttribute("aria-labelledby")).toBe("title");
    expect(part?.getAttribute("aria-describedby")).toBe("summary");
  }
  const drawings = [...document.querySelectorAll("svg")];
  expect(drawings.map((svg) => svg.getAttribute("width"))).toEqual(["300", "640", "1000"]);
  expect(drawings.map((svg) => svg.getAttribute("aria-hidden"))).toEqual(["true", "true", "true"]);
  expect(document.querySelectorAll("[role=img] svg")).toHaveLength(3);
  expect(document.querySelector("figure")?.querySelectorAll("[tabindex]")).toHaveLength(1);
});
