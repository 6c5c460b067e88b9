import { describe, expect, test } from "vitest";
import { realText } from "./data.fixture.ts";
import { basisOf, basisText, leadBody } from "./responsible.ts";

const role = (body: string | null, from: string | null, to: string | null, of: "lead" | "compiler" = "lead") => ({
  body,
  role: of,
  from,
  to,
  basis: `${body ?? "none"}: basis`,
  source: null,
});
const handed = { responsible: [role("MPI", null, "2025-02-28"), role("MOF", "2025-03-01", null)] };

describe("who has a role on a day", () => {
  test.each([
    ["2020-01-01", "MPI"],
    ["2025-02-28", "MPI"],
    ["2025-03-01", "MOF"],
    ["2030-01-01", "MOF"],
  ])("on %s it is %s, both days of a term included", (on, body) => {
    expect(leadBody(handed, on)).toBe(body);
    expect(basisOf(handed, "lead", on)).toBe(`${body}: basis`);
  });
  test("one whose role has ended leads no more, one whose role begins later not yet", () => {
    expect(leadBody({ responsible: [role("MPI", null, "2025-02-28")] }, "2025-03-01")).toBeNull();
    expect(leadBody({ responsible: [role("MOF", "2025-03-01", null)] }, "2025-02-28")).toBeNull();
    expect(basisOf({ responsible: [role("MPI", null, "2025-02-28")] }, "lead", "2025-03-01")).toBeNull();
  });
  test("who makes the figures does not lead", () => {
    const both = { responsible: [role("NSO", null, null, "compiler"), role("MOST", null, null)] };
    expect([leadBody(both, "2026-01-01"), basisOf(both, "compiler", "2026-01-01")]).toEqual(["MOST", "NSO: basis"]);
    expect(leadBody({ responsible: [role("NSO", null, null, "compiler")] }, "2026-01-01")).toBeNull();
  });
});

test("a basis is a sentence of its own, without repeating that no body is known", () => {
  expect(basisText("đầu mối theo dõi GII", realText("vi"))).toBe("Đầu mối theo dõi GII");
  expect(basisText("chưa xác định: không nguồn nào nêu", realText("vi"))).toBe("Không nguồn nào nêu");
  expect(basisText("not determined: no source names one", realText("en"))).toBe("No source names one");
});
