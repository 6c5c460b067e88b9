import { expect, test } from "vitest";
import { staffedApp } from "../../identity/staff.fixture.ts";
import { anIndicator, builtDb } from "../../seed/data.fixture.ts";
import { read } from "../team.fixture.ts";

const basis = { vi: "x", en: "x" };
const role = (body: string | null, from: string | null, to: string | null) =>
  ({ body, role: "lead", from, to, basis, source: null }) as const;

/** Who answers for the indicator on a day, as the grid of what is due says. */
async function responsibleOn(day: string, ...responsible: ReturnType<typeof role>[]) {
  const db = await builtDb({ at: "2024-01-01", define: { indicator: [anIndicator({ responsible })] } });
  const server = await staffedApp({ db, now: () => new Date(`${day}T05:00:00Z`) });
  const { items } = await read((await server.person("contributor")).get("/entry/grid"));
  return items[0].responsible;
}

test("a body answers from its first day to its last, and no longer", async () => {
  const handed = [role("MPI", null, "2025-02-28"), role("MOF", "2025-03-01", null)];
  expect(await responsibleOn("2024-06-30", ...handed)).toEqual(["MPI"]);
  expect(await responsibleOn("2025-02-28", ...handed)).toEqual(["MPI"]);
  expect(await responsibleOn("2025-03-01", ...handed)).toEqual(["MOF"]);
  expect(await responsibleOn("2026-11-21", ...handed)).toEqual(["MOF"]);
});

test("one whose role has ended without a successor answers no more; a body that no source names is none", async () => {
  expect(await responsibleOn("2026-11-21", role("MPI", null, "2025-02-28"))).toEqual([]);
  expect(await responsibleOn("2026-11-21", role(null, null, null))).toEqual([]);
});

test("a body with two roles is named once, one that is not in the list by its id", async () => {
  expect(
    await responsibleOn(
      "2026-11-21",
      role("MOF", null, null),
      role("MOF", "2025-03-01", null),
      role("XYZ", null, null),
    ),
  ).toEqual(["MOF", "XYZ"]);
});
