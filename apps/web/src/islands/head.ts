// Runs before the first paint, from a file of its own because the security policy allows no inline script.
{
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const stored = () => {
    try {
      return localStorage.getItem("theme");
    } catch {
      // Without storage the system's theme is right.
      return null;
    }
  };
  const apply = (choice: string | null) => {
    const isDark = choice === "dark" || (choice !== "light" && dark.matches);
    document.documentElement.dataset.theme = isDark ? "dark" : "light";
  };
  apply(stored());
  dark.addEventListener("change", () => apply(stored()));
  addEventListener("storage", () => apply(stored()));
  addEventListener("theme", (event) => apply((event as CustomEvent<string>).detail));
}
{
  // The rule of style.css once more, in force before the body begins: Chromium works out then whether a page agrees to
  // fade in, and not again before the first frame, so that of a page whose styles come later the fading was called off.
  const fade = new CSSStyleSheet();
  fade.replaceSync("@media (prefers-reduced-motion: no-preference) { @view-transition { navigation: auto } }");
  document.adoptedStyleSheets = [fade];
}
