/** Agrees to a view transition before the body begins: Chromium decides then, and calls the transition off where the rule of style.css comes later. */
export function allowFade(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("@media (prefers-reduced-motion: no-preference) { @view-transition { navigation: auto } }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** A transition that the browser calls off (a page already shown, one that comes late) is no error: nobody holds its promise. */
export function forgiveFade(): void {
  addEventListener("unhandledrejection", (event) => {
    if (/^Transition was (aborted|skipped)\b/.test(String(event.reason?.message))) event.preventDefault();
  });
}
