/** Agrees to a view transition before the body begins: Chromium decides then, and calls the transition off, with an exception, where the rule of style.css comes later. */
export function allowFade(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("@media (prefers-reduced-motion: no-preference) { @view-transition { navigation: auto } }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
