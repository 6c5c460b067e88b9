import { getByRole } from "@testing-library/react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { i18nOf } from "../text/catalogue.ts";
import pages from "../text/en.json" with { type: "json" };
import { TextProvider } from "../text/text.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { startCopying } from "./copy.ts";

startCopying();
let button: HTMLElement;
let status: HTMLElement;
beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = `<p id="cited">44 of 139</p>${renderToStaticMarkup(
    <TextProvider i18n={i18nOf("en", pages)}>
      <CopyButton text="44 of 139, WIPO" label="Copy" selectId="cited" />
    </TextProvider>,
  )}`;
  [button, status] = [getByRole(document.body, "button"), getByRole(document.body, "status")];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const said = () => [...button.children].filter((part) => !part.hasAttribute("hidden")).map((part) => part.textContent);
async function press() {
  button.click();
  await vi.advanceTimersByTimeAsync(0);
}
/** Stubs the async clipboard and `execCommand`. */
function browser(writeText: (text: string) => Promise<void>, copySelected: () => boolean) {
  vi.stubGlobal("navigator", { clipboard: { writeText } });
  document.execCommand = copySelected;
}
const refuse = () => Promise.reject(new Error("not allowed"));

test("a button copies its text and says so, on itself and to a screen reader, for a moment", async () => {
  const copied: string[] = [];
  browser(
    async (text) => void copied.push(text),
    () => false,
  );
  await press();
  expect([copied, said(), status.textContent]).toEqual([["44 of 139, WIPO"], ["Copied"], "Copied"]);
  await vi.advanceTimersByTimeAsync(2_500);
  expect([said(), status.textContent]).toEqual([["Copy"], ""]);
});

test("where the clipboard is refused it copies the older way, and leaves nothing on the page", async () => {
  let copied: string | undefined;
  browser(refuse, () => {
    copied = document.querySelector("textarea")?.value;
    return true;
  });
  await press();
  expect([copied, said()]).toEqual(["44 of 139, WIPO", ["Copied"]]);
  expect(document.querySelector("textarea")).toBeNull();
});

test("where both are refused the text is selected, and the page says so in sight", async () => {
  browser(refuse, () => false);
  await press();
  expect(getSelection()?.toString()).toBe("44 of 139");
  expect(said()).toEqual(["Copy"]);
  expect(status.textContent).toMatch(/is selected, press Ctrl\+C\.$/);
  expect(status.className).not.toBe("sr-only");
  await vi.advanceTimersByTimeAsync(10_000);
  expect([status.textContent, status.className]).toEqual(["", "sr-only"]);
});

test("a text in a field is selected there", async () => {
  document
    .querySelector("#cited")
    ?.replaceWith(Object.assign(document.createElement("textarea"), { id: "cited", value: "<iframe>" }));
  browser(refuse, () => false);
  await press();
  const field = document.querySelector<HTMLTextAreaElement>("#cited");
  expect([document.activeElement === field, field?.selectionStart, field?.selectionEnd]).toEqual([true, 0, 8]);
});
