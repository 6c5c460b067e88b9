import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(`${import.meta.dirname}/tokens.css`, "utf8");

/** The hexadecimal tokens of the rule that starts with `selector`. */
function tokens(selector: string): Map<string, string> {
  const rule = css.slice(css.indexOf(selector)).split("}")[0] ?? "";
  return new Map([...rule.matchAll(/--chart-([a-z]+): (#[0-9a-f]{6})/g)].map(([, name = "", hex = ""]) => [name, hex]));
}

/** Relative luminance and contrast of WCAG 2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (a: string, b: string) => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

describe.each([":root {", ':root[data-theme="dark"]', "@media print"])("colours of %s", (selector) => {
  const theme = tokens(selector);
  const ground = theme.get("surface") ?? "";

  it("are all there", () => expect(theme.size).toBe(13));

  it.each(["ink", "muted", "accent", "first", "second", "third", "fourth", "target"])(
    "let text in %s be read (4.5:1)",
    (name) => {
      expect(contrast(theme.get(name) ?? ground, ground)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(["accent", "other", "unverified", "target", "axis"])("let a mark in %s be seen (3:1)", (name) => {
    expect(contrast(theme.get(name) ?? ground, ground)).toBeGreaterThanOrEqual(3);
  });
});

it("the dark theme is the same whether chosen or followed", () => {
  expect(tokens(':root:not([data-theme="light"])')).toEqual(tokens(':root[data-theme="dark"]'));
});
