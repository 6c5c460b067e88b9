import { expect, test } from "vitest";
import { labelsAsCdata } from "./labels-as-cdata.ts";

test("a browser reads the labels of a chart, and each line of one apart", () => {
  const label = '<text x="1"><tspan x="1">Bộ Khoa học và</tspan><tspan x="1">Công nghệ &lt; 2%</tspan></text>';
  document.body.innerHTML = labelsAsCdata(`<svg><text>2020</text>${label}</svg>`);
  expect([...document.querySelectorAll("text")].map((text) => text.textContent)).toEqual([
    ...["2020", "Bộ Khoa học và Công nghệ < 2%"],
  ]);
});

test("whoever takes the tags away is left without them", () => {
  const html = labelsAsCdata('<p>a</p><svg><text x="1">14,02% (2025)</text><path/><text><tspan>A</tspan></text></svg>');
  expect(html.replaceAll(/<[^>]*>/g, "").trim()).toBe("a");
});
