import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { i18nOf } from "../text/catalogue.ts";
import { TextProvider, useText } from "../text/text.tsx";
import messages from "../text/vi.json" with { type: "json" };
import { Below } from "./below.tsx";
import { BlockTable } from "./block-table.tsx";

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

test("what is out of sight is not drawn again before the rest has been painted, though it speaks a new language", async () => {
  const spoken: string[] = [];
  const Speaking = () => {
    const { lang } = useText();
    spoken.push(lang);
    return <p>{lang}</p>;
  };
  // The same element each time, so that nothing but its language can draw it again.
  const speaking = (
    <div>
      <Speaking />
    </div>
  );
  const Page = () => (
    <>
      <h1>{useText().lang}</h1>
      <Below>{speaking}</Below>
    </>
  );
  const { rerender } = render(
    <TextProvider i18n={i18n}>
      <Page />
    </TextProvider>,
  );
  scrolled(false);
  const before = spoken.length;
  rerender(
    <TextProvider i18n={i18nOf("en", messages)}>
      <Page />
    </TextProvider>,
  );
  screen.getByRole("heading", { name: "en" });
  expect(spoken.slice(before)).toEqual([]);
  await screen.findByText("en", { selector: "p" });
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

test("of a long table in blocks the first rows change with the page, the others after it, and all of them are its rows", async () => {
  const table = (words: string) => (
    <TextProvider i18n={i18n}>
      <BlockTable caption="Figures" columns={["Row"]}>
        {[1, 2, 3, 4, 5].map((n) => (
          <tr key={n}>
            <td>{`${words} ${n}`}</td>
          </tr>
        ))}
      </BlockTable>
    </TextProvider>
  );
  const rows = () => screen.getAllByRole("cell").map((cell) => cell.textContent);
  const { rerender } = render(table("old"));
  scrolled(false);
  rerender(table("new"));
  expect(rows()).toEqual(["new 1", "new 2", "new 3", "old 4", "old 5"]);
  await screen.findByText("new 5");
  expect(rows()).toEqual([1, 2, 3, 4, 5].map((n) => `new ${n}`));
});
