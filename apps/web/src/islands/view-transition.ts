/** Opts in to view transitions before the body is parsed; from style.css it would be too late for Chromium. */
export function enableViewTransition(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("@media (prefers-reduced-motion: no-preference) { @view-transition { navigation: auto } }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Ignores rejections of skipped transitions, whose promise is not exposed. */
export function ignoreSkippedTransitions(): void {
  addEventListener("unhandledrejection", (event) => {
    if (/^Transition was (aborted|skipped)\b/.test(String(event.reason?.message))) event.preventDefault();
  });
}
