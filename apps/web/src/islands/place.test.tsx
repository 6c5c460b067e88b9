import { getByLabelText } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { markTyped } from "./page-state.ts";
import { keepPlace, resetCachedForms } from "./place.ts";

const box = (name: string, value: string) => `<input type="checkbox" name="${name}" value="${value}">`;
const main = `<main><section id="wording"><details><summary>more</summary>words</details></section>
<form id="choice" method="get" action="/about">${box("area", "JPN")}${box("area", "KOR")}${box("history", "true")}
<select name="from"><option value="">first</option><option>2020</option></select></form></main>`;
const links = '<a href="/about?lang=en" data-same-page>English</a><a href="/data">Data</a>';
const form = '<form id="day" method="get" action="/about"></form>';

markTyped();

// jsdom cannot navigate.
for (const type of ["click", "submit"])
  document.addEventListener(type, (event) => {
    if (!(event.target as Element).matches("summary")) event.preventDefault();
  });

let y = 0;
// Every element is at 1000 px from the top of the page.
Element.prototype.getBoundingClientRect = () => ({ top: 1000 - y }) as DOMRect;
Element.prototype.checkVisibility = () => true;
beforeEach(() => {
  sessionStorage.clear();
  vi.stubGlobal("scrollTo", ({ top }: { top: number }) => scroll(top));
});
afterEach(() => vi.unstubAllGlobals());

function scroll(to: number) {
  y = to;
  vi.stubGlobal("scrollY", y);
}
/** Opens a page in the history entry with the given key. */
function open(address: string, entry: string, type = "navigate") {
  history.replaceState(null, "", address);
  vi.stubGlobal("navigation", { currentEntry: { key: entry } });
  performance.getEntriesByType = () => [{ type }] as unknown as PerformanceEntryList;
  document.body.innerHTML = main + links + form;
  scroll(0);
  keepPlace();
  document.dispatchEvent(new Event("DOMContentLoaded"));
}
const details = () => document.querySelector("details") as HTMLDetailsElement;
/** Toggles a part, scrolls, and leaves by a link, a form or the address bar. */
function leave(by?: string) {
  details().querySelector("summary")?.click();
  scroll(900);
  const element = by ? document.querySelector<HTMLElement>(by) : null;
  if (element instanceof HTMLFormElement) element.requestSubmit();
  else element?.click();
  dispatchEvent(new Event("pagehide"));
}
const place = () => [y, details().open];

test.each(["a[data-same-page]", "#day"])("the same page asked for by %s keeps its reader's place", (by) => {
  open("/about", "1");
  leave(by);
  open("/about?lang=en", "2");
  expect(place()).toEqual([900, true]);
});

test.each(["a[href='/data']", undefined])("asked for otherwise (%s) a page begins at its top, as drawn", (by) => {
  open("/about", "1");
  leave(by);
  open("/about", "2");
  expect(place()).toEqual([0, false]);
});

test("another page begins at its top", () => {
  open("/about", "1");
  leave("a[data-same-page]");
  open("/data", "2");
  expect(place()).toEqual([0, false]);
});

test.each(["back_forward", "reload"])("on %s each entry of the history has its own place", (type) => {
  open("/about", "1");
  leave("a[href='/data']");
  open("/data", "2");
  dispatchEvent(new Event("pagehide"));
  open("/about", "1", type);
  expect(place()).toEqual([900, true]);
  open("/data", "2", type);
  expect(place()).toEqual([0, false]);
});

const field = (name: string) => document.querySelector<HTMLInputElement>(`main [name=${name}]`) as HTMLInputElement;
/** Checks Japan and the history, and selects the first year. */
function fillIn() {
  for (const name of ["area", "history"]) field(name).checked = true;
  field("from").value = "2020";
  for (const name of ["area", "history", "from"]) field(name).dispatchEvent(new Event("input", { bubbles: true }));
}
const filled = () => [field("area").checked, field("history").checked, field("from").value];

test("what was filled in and not sent is there in another language, and nowhere applied", () => {
  open("/about", "1");
  fillIn();
  leave("a[data-same-page]");
  open("/about?lang=en", "2");
  expect(filled()).toEqual([true, true, "2020"]);
  leave("a[data-same-page]");
  open("/about", "3");
  expect(filled()).toEqual([true, true, "2020"]);
});

test("what was sent stands nowhere but in the address, whatever that made of it", () => {
  open("/about", "1");
  fillIn();
  leave("#choice");
  open("/about", "2");
  expect(filled()).toEqual([false, false, ""]);
});

test("what is typed into a form that sends it to nobody's address, such as a password of staff, is not kept", () => {
  open("/about", "1");
  const staff = document.createElement("form");
  staff.innerHTML = '<input name="password" type="password"><textarea name="reason"></textarea>';
  document.querySelector("main")?.append(staff);
  for (const typed of staff.elements) {
    (typed as HTMLInputElement).value = "secret";
    typed.dispatchEvent(new Event("input", { bubbles: true }));
  }
  leave("a[data-same-page]");
  expect(sessionStorage.getItem("place")).toContain('"/about"');
  expect(JSON.stringify(sessionStorage)).not.toContain("secret");
});

test("what was chosen anew by a link is as the address says it; the rest stays", () => {
  open("/about", "1");
  fillIn();
  leave("a[data-same-page]");
  open("/about?area=KOR", "2");
  expect(filled()).toEqual([false, true, "2020"]);
});

test.each(["back_forward", "reload"])("on %s a page says what its address says", (type) => {
  open("/about", "1");
  fillIn();
  leave("a[data-same-page]");
  open("/about", "1", type);
  expect(filled()).toEqual([false, false, ""]);
});

test("a choice that is no longer offered is none", () => {
  open("/about", "1");
  fillIn();
  leave("a[data-same-page]");
  document.body.innerHTML = "";
  const narrower = main.replace("<option>2020</option>", "");
  history.replaceState(null, "", "/about?lang=en");
  document.body.innerHTML = narrower;
  keepPlace();
  document.dispatchEvent(new Event("DOMContentLoaded"));
  expect(filled()).toEqual([true, true, ""]);
});

test("an address that names a part leads there, with what was open still open", () => {
  open("/about", "1");
  leave("a[data-same-page]");
  open("/about?lang=en#wording", "2");
  expect(place()).toEqual([0, true]);
});

test("without storage a page opens as it is", () => {
  const refused = () => {
    throw new DOMException("no storage", "SecurityError");
  };
  vi.stubGlobal("sessionStorage", { getItem: refused, setItem: refused, removeItem: refused });
  open("/about", "1");
  leave("a[data-same-page]");
  open("/about", "2");
  expect(place()).toEqual([0, false]);
});

test("a page that the browser has kept whole says again what its address says, with its menus closed", () => {
  document.body.innerHTML =
    '<details data-menu open><summary>Day</summary></details><form><label>Year <input value="2024"></label></form>';
  resetCachedForms();
  const year = getByLabelText<HTMLInputElement>(document.body, "Year");
  const shown = (persisted: boolean) => dispatchEvent(Object.assign(new Event("pageshow"), { persisted }));
  year.value = "2021";
  shown(false);
  expect(year.value).toBe("2021");
  shown(true);
  expect(year.value).toBe("2024");
  expect(document.querySelector("details")?.open).toBe(false);
});
