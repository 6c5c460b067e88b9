import { expect, test } from "vitest";
import { compilersOf } from "./compilers.ts";

const bodies = [
  { id: "MIC", to: "2025-02-28", successor: "MOST" },
  { id: "MOST", to: null, successor: null },
  { id: "SBV", to: null, successor: null },
];
type Term = Parameters<typeof compilersOf>[0]["responsible"][number];
const term = (body: string, role: Term["role"], to: string | null = null) =>
  ({ body, role, from: null, to, basis: { vi: "", en: "" }, paper: null, source: null }) as Term;
const on = (day: string, compiler: string, ...responsible: Term[]) =>
  compilersOf({ compiler, responsible }, bodies, day);

test("who compiles figures is named by a source, and followed to what it became", () => {
  const terms = [term("MIC", "compiler", "2025-02-28"), term("SBV", "lead")];
  expect(on("2025-02-28", "MIC", ...terms)).toEqual(["MIC"]);
  expect(on("2025-03-01", "MIC", ...terms)).toEqual(["MOST"]);
  expect(on("2026-01-01", "WIPO", term("SBV", "compiler"), ...terms)).toEqual(["SBV"]);
});

test("who compiles figures is the publisher itself where no source names anybody", () => {
  expect(on("2026-01-01", "MIC", term("SBV", "monitor"))).toEqual(["MOST"]);
  expect(on("2026-01-01", "SBV")).toEqual(["SBV"]);
});

test("no body compiles what a publisher abroad does, whoever answers for the target", () => {
  expect(on("2026-01-01", "WIPO", term("MOST", "lead"), term("MOST", "monitor"))).toEqual([]);
});
