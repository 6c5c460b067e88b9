import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { chartWords } from "../words/words.ts";
import { ExplorerChart } from "./explorer-chart.tsx";
import { rankFormat } from "./indicators.fixture.ts";
import { egdiPeers } from "./peers.fixture.ts";

beforeEach(() => {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const frame = { titleId: "title", descriptionId: "summary", words: chartWords.vi, format: rankFormat };
const peers = { valueKind: "rank", frequency: "A2", unit: "", focus: "VNM", lines: egdiPeers } as const;

function draw(pins: string[] = []) {
  const onPin = vi.fn();
  const chart = <ExplorerChart {...frame} {...peers} firstWidth={720} pins={pins} onPin={onPin} onYears={vi.fn()} />;
  return { ...render(chart), onPin };
}
const linesIn = (container: Element, colour: string) =>
  container.querySelectorAll(`.recharts-line path[stroke='var(--chart-${colour})']`).length;
const inkLines = (container: Element) => linesIn(container, "ink");

it("is drawn by Recharts at the places of the layout, with a line for each economy and its figures", () => {
  const { container } = draw();
  expect(container.querySelectorAll(".recharts-surface")).toHaveLength(1);
  expect(container.querySelectorAll("[role=button]")).toHaveLength(11);
  expect(container.querySelectorAll(".recharts-line-curve").length).toBeGreaterThanOrEqual(11);
  const [figure] = screen.getAllByRole("figure");
  expect([figure?.getAttribute("aria-labelledby"), figure?.getAttribute("aria-describedby")]).toEqual([
    "title",
    "summary",
  ]);
});

it("lights a line up while its label is pointed at or has the keyboard, and pins it on a press", () => {
  const { container, onPin } = draw();
  const label = screen.getByRole("button", { name: /^Lào/ });
  expect(inkLines(container)).toBe(0);
  act(() => fireEvent.mouseEnter(label));
  expect(inkLines(container)).toBeGreaterThan(0);
  act(() => fireEvent.mouseLeave(label));
  expect(inkLines(container)).toBe(0);
  act(() => fireEvent.focus(label));
  act(() => fireEvent.keyDown(label, { key: "Enter" }));
  act(() => fireEvent.click(label));
  expect(onPin.mock.calls).toEqual([["LAO"], ["LAO"]]);
});

it("what is pinned stands out in a colour of its own, and its label says so", () => {
  const { container } = draw(["LAO"]);
  expect(linesIn(container, "first")).toBeGreaterThan(0);
  expect(linesIn(container, "second")).toBe(0);
  expect(screen.getByRole("button", { name: /^Lào/, pressed: true })).not.toBeNull();
  expect(screen.getAllByRole("button", { pressed: false })).toHaveLength(10);
});
