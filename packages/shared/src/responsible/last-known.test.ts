import { describe, expect, test } from "vitest";
import { lastKnown, successorsOf } from "./last-known.ts";

const term = (body: string | null, from: string | null, to: string | null, role: "lead" | "compiler" = "lead") => ({
  body,
  role,
  from,
  to,
});
const bodiesOn = (on: string, ...terms: ReturnType<typeof term>[]) => lastKnown(terms, "lead", on).map((t) => t.body);

describe("the last known terms of a role", () => {
  const ended = term("MPI", "2020-12-31", "2025-02-28");
  test("are those that hold, first and last day included", () => {
    const handed = [ended, term("MOF", "2025-03-01", null)];
    expect(bodiesOn("2020-12-31", ...handed)).toEqual(["MPI"]);
    expect(bodiesOn("2025-02-28", ...handed)).toEqual(["MPI"]);
    expect(bodiesOn("2025-03-01", ...handed)).toEqual(["MOF"]);
    expect(bodiesOn("2026-01-01", term("MOC", null, null), term("MOST", null, null))).toEqual(["MOC", "MOST"]);
  });
  test("or the one that ended last", () => {
    const older = term("CIEM", null, "2019-12-31");
    expect(bodiesOn("2026-01-01", older, ended)).toEqual(["MPI"]);
    expect(bodiesOn("2026-01-01", ended, older)).toEqual(["MPI"]);
  });
  test("or none: before the first begins, of another role, or where no source names a body", () => {
    expect(bodiesOn("2020-12-30", ended)).toEqual([]);
    expect(bodiesOn("2026-01-01", term("NSO", null, null, "compiler"))).toEqual([]);
    expect(bodiesOn("2026-01-01", term(null, "2025-03-01", null), ended)).toEqual(["MPI"]);
  });
});

describe("successors", () => {
  const body = (id: string, to: string | null, successor: string | null) => ({ id, to, successor });
  const bodies = [body("A", "2007-07-31", "B"), body("B", "2025-02-28", "C"), body("C", null, null)];
  const of = (id: string, on: string) => successorsOf(bodies, id, on).map((b) => b.id);
  test("are followed as far as the day", () => {
    expect(of("A", "2026-01-01")).toEqual(["B", "C"]);
    expect(of("A", "2025-02-28")).toEqual(["B"]);
    expect(of("B", "2025-02-28")).toEqual([]);
    expect(of("B", "2025-03-01")).toEqual(["C"]);
  });
  test("end at one that exists, is unlisted, or leads back", () => {
    expect(of("C", "2026-01-01")).toEqual([]);
    expect(of("X", "2026-01-01")).toEqual([]);
    expect(successorsOf([body("A", "2007-07-31", "X")], "A", "2026-01-01")).toEqual([]);
    const circle = [body("A", "2007-07-31", "B"), body("B", "2008-07-31", "A")];
    expect(successorsOf(circle, "A", "2026-01-01").map((b) => b.id)).toEqual(["B"]);
  });
});
