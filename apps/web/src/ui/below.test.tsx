import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, test, vi } from "vitest";
import { i18nOf, TextProvider } from "../text/text.tsx";
import messages from "../text/vi.json" with { type: "json" };
import { Below } from "./below.tsx";

const i18n = i18nOf("vi", messages);
const page = (words: string) => (
  <TextProvider i18n={i18n}>
    <p>{`${words}, seen`}</p>
    <Below>
      <p>{`${words}, below`}</p>
    </Below>
  </TextProvider>
);
let tell: (seen: { isIntersecting: boolean }[]) => void = () => {};
const scrolled = (isIntersecting: boolean) => act(() => tell([{ isIntersecting }]));
beforeEach(() => {
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(callback: typeof tell) {
        tell = callback;
      }
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("what is in sight changes at once", () => {
  const { rerender } = render(page("first"));
  rerender(page("second"));
  screen.getByText("second, below");
});

test("what is out of sight changes after the rest has been painted, or as soon as it comes into sight", async () => {
  const { rerender } = render(page("first"));
  scrolled(false);
  rerender(page("second"));
  screen.getByText("second, seen");
  screen.getByText("first, below");
  await screen.findByText("second, below");
  rerender(page("third"));
  screen.getByText("second, below");
  scrolled(true);
  screen.getByText("third, below");
});
