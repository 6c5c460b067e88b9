import { expect, test } from "vitest";
import { brokenLines, textWidth } from "./text.ts";

test("long words and long addresses stay inside the picture", () => {
  const address = `https://example.org/compare?areas=${"VNM,".repeat(80)}`;
  const lines = brokenLines(address, 400, 12);
  expect(lines.join("")).toBe(address);
  for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(400);
  expect(brokenLines("a b", 400, 12)).toEqual(["a b"]);
  expect(brokenLines("target > 7", textWidth("target >", 12), 12)).toEqual(["target", ">\u00a07"]);
});
