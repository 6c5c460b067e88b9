import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const css = readFileSync(join(import.meta.dirname, "../colours.css"), "utf8");
const block = (selector: string) => css.split(`${selector} {`)[1]?.split("}")[0] ?? "";
const colours = (selector: string) =>
  Object.fromEntries([...block(selector).matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map((m) => [m[1], m[2] as string]));

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = (hex: string) => {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string) => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

const verdicts = ["met", "on-track", "behind", "off-track", "moving-away", "missed", "lost", "not-assessable"];
const statuses = [...verdicts, "danger", "warning"];
const grounds = ["page", "surface", "sunken", "accent-tint"];

describe.each([":root", '[data-theme="dark"]'])("colours of %s", (selector) => {
  const c = colours(selector);
  const pairs = [
    ...grounds.flatMap((ground) => ["ink", "ink-soft", "accent"].map((text) => [text, ground])),
    ["accent-ink", "accent"],
    ...statuses.map((status) => [status, `${status}-tint`]),
    ...statuses.flatMap((status) => ["page", "surface", "sunken"].map((ground) => [status, ground])),
  ] as [string, string][];
  test.each(pairs)("text in %s on %s reaches 4.5:1", (text, ground) => {
    expect(contrast(c[text] as string, c[ground] as string)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(["page", "surface"])("borders of controls and the focus ring reach 3:1 on %s", (ground) => {
    expect(contrast(c["line-strong"] as string, c[ground] as string)).toBeGreaterThanOrEqual(3);
    expect(contrast(c.focus as string, c[ground] as string)).toBeGreaterThanOrEqual(3);
  });
});
