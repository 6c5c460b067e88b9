import { fireEvent } from "@testing-library/react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { chartWords } from "../words/words.ts";
import { ComparisonChart } from "./comparison-chart.tsx";
import { IndicatorChart } from "./indicator-chart.tsx";
import { digitalEconomy, rankFormat, shareFormat } from "./indicators.fixture.ts";
import { egdiPeers } from "./peers.fixture.ts";
import { chartPointer } from "./pointer.ts";

const frame = { titleId: "title", words: chartWords.vi, format: { ...shareFormat, source: () => "<Niên giám>" } };
let stop = () => {};

beforeEach(() => {
  document.body.innerHTML = `<h2 id="title">Kinh tế số</h2><button>khác</button>${renderToStaticMarkup(
    <IndicatorChart {...frame} {...digitalEconomy} />,
  )}`;
  // Only the widest drawing is shown, at 500 px instead of 1000.
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    return new DOMRect(40, 0, this.getAttribute("width") === "1000" ? 500 : 0, 180);
  });
  stop = chartPointer(document);
});
afterEach(() => {
  stop();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

const find = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const chart = () => find("[data-chart]");
const said = () => find("[aria-live]").textContent;
const year = () => /^\d{4}/.exec(said())?.[0];
const press = (...keys: string[]) => keys.map((key) => fireEvent.keyDown(chart(), { key }));
/** Screen x of a year. */
const xOf = (at: number) => {
  const [x0 = 0, perYear = 0] = (find(".chart-wide").dataset.scale ?? "").split(" ").map(Number);
  return 40 + (x0 + (at - 2000) * perYear) / 2;
};

test("arrow keys step through the years from the latest figure, Home and End lead to the ends, Escape closes", () => {
  chart().focus();
  expect(year()).toBe("2025");
  expect(said()).toContain("Cục Thống kê: 14,02%, ước tính");
  expect(said()).toContain("nguồn: <Niên giám>");
  expect(said()).toContain("Mục tiêu: khoảng 20% năm 2025");
  press("ArrowRight");
  expect(said()).toMatch(/^2030Mục tiêu: khoảng 30%.*đường tham chiếu từ năm 2020: [\d,]+%$/);
  press("ArrowLeft", "ArrowLeft");
  expect(year()).toBe("2024");
  press("End");
  expect(year()).toBe("2030");
  press("ArrowRight");
  expect(year()).toBe("2030");
  press("Home", "ArrowLeft");
  const first = year();
  expect(Number(first)).toBeLessThan(2024);
  press("Escape");
  expect(said()).toBe("");
  expect(document.querySelectorAll("svg g circle[r='6.5']")).toHaveLength(0);
});

test("keys that mean nothing here keep their meaning for the page", () => {
  expect(press("ArrowDown", "Tab", "a")).toEqual([true, true, true]);
  expect(said()).toBe("");
  expect(press("ArrowLeft")).toEqual([false]);
});

test("the year nearest to the pointer is shown, with its line and larger dots in the drawing that is seen", () => {
  fireEvent.pointerMove(find(".chart-wide"), { clientX: xOf(2025) + 3 });
  expect(year()).toBe("2025");
  const cursor = find(".chart-wide > g:last-child");
  expect(cursor.querySelectorAll("circle").length).toBeGreaterThan(0);
  expect(find(".chart-narrow").innerHTML).not.toContain(cursor.outerHTML);
  const tip = find("[aria-live]");
  expect([tip.style.getPropertyValue("--at"), tip.dataset.side]).toEqual([`${xOf(2025) - 40}px`, "left"]);
  fireEvent.pointerMove(find(".chart-wide"), { clientX: 0 });
  expect(tip.dataset.side).toBe("right");
  expect(cursor.isConnected).toBe(false);
});

test("of a comparison the line nearest to the pointer is told first, as a whole", () => {
  const compared = { valueKind: "rank", frequency: "A2", unit: "", focus: "VNM", lines: egdiPeers } as const;
  chart().outerHTML = renderToStaticMarkup(<ComparisonChart {...frame} format={rankFormat} {...compared} />);
  const [, , y0 = 0, perUnit = 0] = (find(".chart-wide").dataset.scale ?? "").split(" ").map(Number);
  const point = (rank: number) =>
    fireEvent.pointerMove(find(".chart-wide"), { clientX: xOf(2024), clientY: (y0 + rank * perUnit) / 2 });
  point(64);
  expect(said()).toMatch(/^2024Indonesia: 64Singapore: 3/);
  expect([...find("[aria-live]").querySelectorAll("strong")].map((strong) => strong.textContent)).toContain(
    "Indonesia: 64",
  );
  point(3);
  expect(said()).toMatch(/^2024Singapore: 3Thái Lan: 52/);
  // No line is within reach.
  point(100);
  expect(said()).toMatch(/^2024Singapore: 3/);
  expect(find("[aria-live]").querySelector("p strong")?.textContent).toBe("71");
});

test("a tooltip ends with the pointer, a press elsewhere or the focus, and all of it with its stop", () => {
  const point = () => fireEvent.pointerMove(find(".chart-wide"), { clientX: xOf(2024) });
  point();
  fireEvent.pointerMove(find("button"));
  expect(said()).toBe("");
  chart().focus();
  fireEvent.pointerMove(find("button"));
  expect(year()).toBe("2025");
  fireEvent.pointerDown(find("button"));
  expect(said()).toBe("");
  press("Home");
  find("button").focus();
  expect(said()).toBe("");
  point();
  stop();
  expect(said()).toBe("");
  point();
  expect(said()).toBe("");
});

test("a chart that came after the script is read too", () => {
  const html = find("figure").outerHTML;
  find("figure").outerHTML = html;
  press("ArrowLeft");
  expect(year()).toBe("2025");
});
