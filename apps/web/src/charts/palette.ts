import css from "./tokens.css?raw";

/** The colours of a theme by name, as `tokens.css` has them. */
function palette(theme: "light" | "dark"): Map<string, string> {
  const rule = css.slice(css.indexOf(theme === "light" ? ":root {" : ':root[data-theme="dark"] {')).split("}")[0] ?? "";
  return new Map([...rule.matchAll(/--(chart-\w+): (#\w+)/g)].map(([, name = "", value = ""]) => [name, value]));
}

/** An SVG in the colours of a theme: a file of its own has no stylesheet in which `var(--chart-ink)` could be looked up. */
export function inTheme(svg: string, theme: "light" | "dark"): string {
  const colours = palette(theme);
  return svg.replaceAll(/var\(--([\w-]+)\)/g, (token, name: string) => colours.get(name) ?? token);
}
