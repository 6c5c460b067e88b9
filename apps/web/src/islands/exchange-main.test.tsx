import { getByLabelText, getByText } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { exchangeMain } from "./exchange-main.ts";
import { markToggled, markTyped } from "./page-state.ts";

const drawn = (main: string) => new DOMParser().parseFromString(`<title>New</title><main>${main}</main>`, "text/html");
const section = (id: string, text: string) =>
  `<section aria-labelledby="${id}"><h2 id="${id}">${id}</h2><details><summary>more</summary>${text}</details></section>`;
const form = '<form method="get"><label>Year <input name="year" value="2024"></label><a href="/data">Data</a></form>';

markToggled();
markTyped();
window.scrollTo = () => {};
beforeEach(() => {
  document.body.innerHTML = `<main>${section("wording", "old words")}${form}</main>`;
});

test("a newer page stands in the place of the old one, with its title", () => {
  exchangeMain(drawn("<p>45</p>"));
  expect([document.title, document.querySelectorAll("main").length]).toEqual(["New", 1]);
  getByText(document.body, "45");
});

test("what a reader has opened stays open, also where the newer page has more parts before it", () => {
  document.querySelector("summary")?.click();
  exchangeMain(drawn(section("figures", "figures") + section("wording", "new words") + form));
  const [figures, wording] = document.querySelectorAll("details");
  expect([figures?.open, wording?.open]).toEqual([false, true]);
  expect(wording?.textContent).toContain("new words");
});

test("what a reader has typed stays, and what nobody touched is new", () => {
  const year = getByLabelText<HTMLInputElement>(document.body, "Year");
  year.value = "2021";
  year.dispatchEvent(new Event("input", { bubbles: true }));
  const newer = form.replace("2024", "2025");
  exchangeMain(drawn(newer));
  exchangeMain(drawn(newer));
  expect(getByLabelText<HTMLInputElement>(document.body, "Year").value).toBe("2021");
  getByLabelText(document.body, "Year").removeAttribute("data-typed");
  exchangeMain(drawn(newer));
  expect(getByLabelText<HTMLInputElement>(document.body, "Year").value).toBe("2025");
});

test("what has the keyboard keeps it, also where a form says more of the address than before", () => {
  getByText(document.body, "Data").focus();
  const newer = form.replace("<form>", '<form><input type="hidden" name="lang" value="en">');
  exchangeMain(drawn(section("wording", "new words") + newer));
  expect(document.activeElement).toBe(getByText(document.body, "Data"));
});
