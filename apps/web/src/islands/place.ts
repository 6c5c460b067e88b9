import { applyState, markToggled, type PageState, readState, scrollBack } from "./page-state.ts";

type Place = PageState & { path: string };

/** Key of the state to restore after a same-page link or form. */
const LAST = "place";
/** Key of the state by history entry; the Navigation API is missing in Safari and Firefox before 2026. */
const ofEntry = () =>
  `place ${(window as { navigation?: { currentEntry?: { key: string } } }).navigation?.currentEntry?.key}`;

function find(name: string): Place | null {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? "null");
  } catch {
    return null;
  }
}

/** The state to restore on this page load. */
function wanted(): Place | null {
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const isAgain = navigation?.type === "back_forward" || navigation?.type === "reload";
  const place = find(isAgain ? ofEntry() : LAST);
  return place?.path === location.pathname ? place : null;
}

/** Saves and restores scroll position, open parts, form input and focus across navigations on a page. */
export function keepPlace(): void {
  const last = wanted();
  if (last) restore(last);
  markToggled();
  let isSamePage = false;
  document.addEventListener("click", ({ target }) => {
    isSamePage = target instanceof Element && target.closest("a[data-same-page]") !== null;
  });
  document.addEventListener("submit", ({ target }) => {
    const { action, elements } = target as HTMLFormElement;
    isSamePage = new URL(action).pathname === location.pathname;
    // Submitted values are in the URL.
    for (const field of elements) delete (field as HTMLElement).dataset.typed;
  });
  addEventListener("pagehide", () => {
    const state = readState();
    // Programmatic focus would show the focus ring after a click too.
    const isByKeys = document.activeElement?.matches(":focus-visible") === true;
    const place: Place = { ...state, focus: isByKeys ? state.focus : null, path: location.pathname };
    try {
      // On history navigation the form values come from the URL.
      sessionStorage.setItem(ofEntry(), JSON.stringify({ ...place, typed: {} }));
      if (isSamePage) sessionStorage.setItem(LAST, JSON.stringify(place));
      else sessionStorage.removeItem(LAST);
    } catch {
      // Without storage pages start at the top.
    }
  });
}

/** Resets forms and menus of a page restored from the back/forward cache to its URL. */
export function resetCachedForms(): void {
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    for (const form of document.forms) form.reset();
    for (const menu of document.querySelectorAll<HTMLDetailsElement>("details[data-menu]")) menu.open = false;
  });
}

/** Restores before the first paint where `rel="expect"` is supported, otherwise on DOMContentLoaded. */
function restore(place: Place): void {
  const end = document.createElement("link");
  end.rel = "expect";
  end.setAttribute("blocking", "render");
  end.href = "#page-end";
  document.head.append(end);
  const go = () => {
    applyState(place);
    if (!location.hash) scrollBack(place);
  };
  addEventListener("pagereveal", go, { once: true });
  document.addEventListener("DOMContentLoaded", go, { once: true });
}
