import { expect, test } from "vitest";
import { lineBreaks } from "./line-breaks.ts";

const held = (html: string) =>
  [...lineBreaks(html).matchAll(/<span class="held">(.*?)<\/span>/g)].map(([, words]) => words);

test.each([
  ["Hạng 44/139 (2025)", ["Hạng 44/139"]],
  ["Cần +3,20 điểm %/năm; cao nhất từ 2020", ["+3,20 điểm"]],
  ["đã qua ngày 29/9/2026", ["ngày 29/9/2026"]],
  ["expected by 29 September 2026", ["29 September"]],
  ["trên 7,5% (2021–2030), 5 lần.", ["trên 7,5%", "(2021–2030),", "5 lần."]],
  ["tăng 15 bậc (86 → 71), ≥ 86%, &lt; 2%", ["15 bậc", "→ 71),", "≥ 86%,", "&lt; 2%"]],
  ["3.20 percentage points a year", ["3.20 percentage"]],
  ["Nghị quyết 52-NQ/TW ngày 27/9/2019", ["Nghị quyết 52-NQ/TW", "ngày 27/9/2019"]],
  ["số 2289/QĐ-TTg", ["số 2289/QĐ-TTg"]],
])("%s holds its figures together", (text, words) => expect(held(`<p>${text}</p>`)).toEqual(words));

test.each([
  "từ 2020 đến 2025",
  "44/139",
  "14,02%",
  "17,87–20,89%",
  "2024-02-30",
  `${"0a1b2c3d".repeat(8)}-nước`,
  "C4IR",
])("%s needs no holding", (text) => expect(held(text)).toEqual([]));

test.each([
  '<a title="hạng 44">x</a>',
  "<title>hạng 44</title>",
  "<option>năm 2025</option>",
  "<pre>hạng 44</pre>",
  '<script type="application/json">{"a":"hạng 44"}</script>',
  "<svg><text>hạng 44</text></svg>",
])("%s stays as it is", (html) => expect(lineBreaks(html)).toBe(html));

test("the text is the same with and without", () => {
  const text = "Hạng 44/139 năm 2025: Nghị quyết 52-NQ/TW, 3,20 điểm %/năm";
  document.body.innerHTML = lineBreaks(text);
  expect(document.body.textContent).toBe(text);
});
