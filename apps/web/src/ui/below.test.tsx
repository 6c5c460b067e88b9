import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, test } from "vitest";
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
const skipped = (isSkipped: boolean) =>
  fireEvent(
    document.querySelector(".below") as Element,
    Object.assign(new Event("contentvisibilityautostatechange"), { skipped: isSkipped }),
  );
afterEach(cleanup);

test("what is in sight changes at once", () => {
  const { rerender } = render(page("first"));
  rerender(page("second"));
  screen.getByText("second, below");
});

test("what is out of sight changes after the rest has been painted, or as soon as it comes into sight", async () => {
  const { rerender } = render(page("first"));
  skipped(true);
  rerender(page("second"));
  screen.getByText("second, seen");
  screen.getByText("first, below");
  await screen.findByText("second, below");
  rerender(page("third"));
  screen.getByText("second, below");
  skipped(false);
  screen.getByText("third, below");
});
