import colours from "../colours.css?raw";
import css from "./tokens.css?raw";

/** The custom properties that a rule of a stylesheet sets to a colour. */
const tokens = (sheet: string, selector: string): [string, string][] => {
  const rule = sheet.slice(sheet.indexOf(selector)).split("}")[0] ?? "";
  return [...rule.matchAll(/--([\w-]+): (#\w+)/g)].map(([, name = "", value = ""]) => [name, value]);
};

/** Colours of a theme by name: those of the pages, and those of the charts. */
const palette = (theme: "light" | "dark"): Map<string, string> =>
  new Map(
    theme === "light"
      ? [...tokens(colours, ":root {"), ...tokens(css, ":root {")]
      : [...tokens(colours, '[data-theme="dark"] {'), ...tokens(css, ':root[data-theme="dark"] {')],
  );

/** Replaces CSS variables in an SVG by a theme's colours, since a file has no stylesheet. */
export function inTheme(svg: string, theme: "light" | "dark"): string {
  const known = palette(theme);
  return svg.replaceAll(/var\(--([\w-]+)\)/g, (token, name: string) => known.get(name) ?? token);
}
