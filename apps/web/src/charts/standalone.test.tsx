import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import Comparison from "./comparison.tsx";
import { egdi, rankFormat } from "./fixtures.ts";
import { egdiPeers } from "./fixtures-peers.ts";
import IndicatorChart from "./indicator-chart.tsx";
import { brokenLines, standaloneSvg, withoutTokens } from "./standalone.ts";
import { textWidth } from "./text.ts";
import { chartWords } from "./words.ts";

afterEach(cleanup);

const frame = { titleId: "title", words: chartWords.vi, format: rankFormat, width: 900, height: 420 };
const words = {
  title: "Thứ hạng EGDI: Việt Nam thứ 5 trong ASEAN",
  description: "Từ 2003 đến 2024 & sau đó <thêm>.",
  subtitle: "Thứ hạng theo Chỉ số phát triển Chính phủ điện tử (EGDI)",
  footer: ["Nguồn: UN DESA", "Mốc 2030, đợt cập nhật số 62, ngày 31/1/2026", "https://example.org/compare?areas=VNM"],
};

function picture(element: React.ReactElement, fonts: { weight: number; base64: string }[] = []) {
  const svg = render(element).container.querySelector("svg");
  if (!svg) throw new Error("nothing was drawn");
  const made = standaloneSvg(svg, words, fonts);
  return { ...made, parsed: new DOMParser().parseFromString(made.svg, "image/svg+xml").documentElement };
}
const comparison = <Comparison {...frame} valueKind="rank" unit="" focus="VNM" frequency="A2" lines={egdiPeers} />;

test.each([
  ["comparison", comparison],
  ["indicator chart", <IndicatorChart key="egdi" {...frame} {...egdi} />],
])(
  "a %s stands on its own: title, description, unit, source, release, permalink, no token, no handle",
  (_, element) => {
    const { svg, parsed, width, height } = picture(element);
    expect(parsed.querySelector("parsererror")).toBeNull();
    expect(parsed.querySelector(":scope > title")?.textContent).toBe(words.title);
    expect(parsed.querySelector(":scope > desc")?.textContent).toBe(words.description);
    const said = [...parsed.querySelectorAll(":scope > text")].map((text) => text.textContent);
    expect(said).toEqual([words.title, words.subtitle, ...words.footer]);
    expect(svg).not.toMatch(/var\(|class=|tabindex|role="button"|style=|<script|on\w+=/);
    expect(parsed.getAttribute("font-family")).toContain("sans-serif");
    expect([width, height]).toEqual([948, Number(parsed.getAttribute("height"))]);
    expect(height).toBeGreaterThan(420);
    for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(parsed.querySelector(`[id="${id}"]`)).not.toBeNull();
  },
);

test("the same chart gives the same file, whatever was drawn before it", () => {
  expect(picture(comparison).svg).toBe(picture(comparison).svg);
});

test("the page keeps its chart as it was", () => {
  const { container } = render(comparison);
  const svg = container.querySelector("svg");
  const before = svg?.outerHTML;
  if (svg) standaloneSvg(svg, words);
  expect(svg?.outerHTML).toBe(before);
});

test("fonts are put into the file where there are any", () => {
  expect(picture(comparison).svg).not.toContain("<style");
  const { parsed } = picture(comparison, [{ weight: 600, base64: "AAAA" }]);
  expect(parsed.querySelector("style")?.textContent).toContain("src:url(data:font/woff2;base64,AAAA)");
});

test("tokens become their light colours", () => {
  expect(withoutTokens("var(--chart-ink, #16211f)")).toBe("#16211f");
  expect(withoutTokens("none")).toBe("none");
});

test("long words and long addresses stay inside the picture", () => {
  const address = `https://example.org/compare?areas=${"VNM,".repeat(80)}`;
  const lines = brokenLines(address, 400, 12);
  expect(lines.join("")).toBe(address);
  for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(400);
  expect(brokenLines("a b", 400, 12)).toEqual(["a b"]);
  expect(brokenLines("target > 7", textWidth("target >", 12), 12)).toEqual(["target", ">\u00a07"]);
});
