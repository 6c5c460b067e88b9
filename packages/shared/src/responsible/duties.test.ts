import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dutiesOf } from "./duties.ts";

const aBody = (id: string, to: string | null = null, successor: string | null = null) => ({ id, to, successor });
/** OLD became MIDDLE on 1 December 2024, and MIDDLE became NEW a year later. */
const bodies = [aBody("OLD", "2024-11-30", "MIDDLE"), aBody("MIDDLE", "2025-11-30", "NEW"), aBody("NEW")];
type Role = "lead" | "monitor" | "compiler" | "field";
const term = (body: string | null, from: string | null, to: string | null, role: Role = "lead", paper = true) => ({
  body,
  role,
  from,
  to,
  paper: paper ? "Decision" : null,
});
const old = term("OLD", "2020-12-31", "2024-11-30");
const told = (id: string, on: string, ...terms: ReturnType<typeof term>[]) =>
  dutiesOf(terms, bodies, id, on).map(({ term: { body, role }, standing }) => `${standing} ${role} ${body}`);

describe("what an indicator asks of a body on a day", () => {
  test("is given until the last day of its term, and then past", () => {
    expect(told("OLD", "2020-12-30", old)).toEqual([]);
    expect(told("OLD", "2024-11-30", old)).toEqual(["given lead OLD"]);
    expect(told("OLD", "2024-12-01", old)).toEqual(["past lead OLD"]);
  });
  test("comes near the body that stands in the place of the last holder, however often that one changed", () => {
    expect(told("MIDDLE", "2024-11-30", old)).toEqual([]);
    expect(told("MIDDLE", "2024-12-01", old)).toEqual(["related lead OLD"]);
    expect(told("NEW", "2024-12-01", old)).toEqual([]);
    expect(told("NEW", "2025-12-01", old)).toEqual(["related lead OLD"]);
    expect(told("MIDDLE", "2025-12-01", old)).toEqual([]);
  });
  test("is related no more once a paper gives it, to the same body or to another", () => {
    expect(told("NEW", "2025-12-01", old, term("NEW", "2025-12-01", null))).toEqual(["given lead NEW"]);
    expect(told("NEW", "2025-12-01", old, term("OTHER", "2025-12-01", null))).toEqual([]);
  });
  test("is only sourced without a paper, which says nothing of who had it by one", () => {
    expect(told("NEW", "2025-12-01", term("NEW", null, null, "compiler", false))).toEqual(["sourced compiler NEW"]);
    expect(told("NEW", "2025-12-01", old, term("NEW", null, null, "compiler", false))).toEqual([
      "related lead OLD",
      "sourced compiler NEW",
    ]);
  });
  test("is only sourced for a body that a source puts in charge of the field, beside who had it by a paper", () => {
    const inField = term("OTHER", "2024-12-01", null, "field", false);
    expect(told("OTHER", "2024-11-30", old, inField)).toEqual([]);
    expect(told("OTHER", "2024-12-01", old, inField)).toEqual(["sourced field OTHER"]);
    expect(told("MIDDLE", "2024-12-01", old, inField)).toEqual(["related lead OLD"]);
  });
  test("is nothing where no source names a body", () => {
    expect(told("NEW", "2025-12-01", term(null, null, null))).toEqual([]);
  });
});

test("no term is a body's by paper and by succession at once, and only an ended one is past or related", () => {
  const day = fc
    .integer({ min: 0, max: 800 })
    .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));
  const body = fc.constantFrom("OLD", "MIDDLE", "NEW");
  const terms = fc.array(
    fc.record({ body: fc.option(body), role: fc.constant("lead" as const), from: fc.option(day), to: fc.option(day) }),
  );
  fc.assert(
    fc.property(terms, body, day, (responsible, id, on) => {
      const found = dutiesOf(responsible, bodies, id, on);
      const standings = found.map((one) => one.standing);
      expect(standings.includes("related") && standings.includes("sourced")).toBe(false);
      for (const {
        term: { body: whose, to },
        standing,
      } of found) {
        expect(whose === id).toBe(standing !== "related");
        expect(to !== null && to < on).toBe(standing === "related" || standing === "past");
      }
    }),
  );
});
