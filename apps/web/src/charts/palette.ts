import css from "./tokens.css?raw";

/** Colours of a theme by name, from `tokens.css`. */
function palette(theme: "light" | "dark"): Map<string, string> {
  const rule = css.slice(css.indexOf(theme === "light" ? ":root {" : ':root[data-theme="dark"] {')).split("}")[0] ?? "";
  return new Map([...rule.matchAll(/--(chart-\w+): (#\w+)/g)].map(([, name = "", value = ""]) => [name, value]));
}

/** Replaces CSS variables in an SVG by a theme's colours, since a file has no stylesheet. */
export function inTheme(svg: string, theme: "light" | "dark"): string {
  const colours = palette(theme);
  return svg.replaceAll(/var\(--([\w-]+)\)/g, (token, name: string) => colours.get(name) ?? token);
}
