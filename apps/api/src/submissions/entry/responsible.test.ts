import { anIndicator } from "@moc2030/shared/schema/definitions.fixture";
import { expect, test } from "vitest";
import { staffedApp } from "../../identity/staff.fixture.ts";
import { builtDb } from "../../seed/data.fixture.ts";
import { read } from "../team.fixture.ts";

const basis = { vi: "x", en: "x" };
const role = (body: string | null, from: string | null, to: string | null) =>
  ({ body, role: "lead", from, to, basis, source: null }) as const;

const BODIES = [
  { id: "MPI", to: "2025-02-28", successor: "MOF" },
  { id: "MOF", to: null, successor: null },
].map((one) => ({ ...one, name: { vi: one.id, en: one.id }, from: null, source: null }));

/** The responsible bodies of the indicator on a day, from the entry grid. */
async function responsibleOn(day: string, ...responsible: ReturnType<typeof role>[]) {
  const define = { indicator: [anIndicator({ responsible })] };
  const db = await builtDb({ at: "2024-01-01", define }, { at: "2024-01-02", define: { body: BODIES } });
  const server = await staffedApp({ db, now: () => new Date(`${day}T05:00:00Z`) });
  const { items } = await read((await server.person("contributor")).get("/entry/grid"));
  expect(items[0].responsible).toEqual(items[0].bodies.map((body: { name: string }) => body.name));
  return items[0].bodies.map((body: { id: string }) => body.id);
}

test("a body is responsible from its first to its last day", async () => {
  const handed = [role("MPI", null, "2025-02-28"), role("MOF", "2025-03-01", null)];
  expect(await responsibleOn("2024-06-30", ...handed)).toEqual(["MPI"]);
  expect(await responsibleOn("2025-02-28", ...handed)).toEqual(["MPI"]);
  expect(await responsibleOn("2025-03-01", ...handed)).toEqual(["MOF"]);
  expect(await responsibleOn("2026-11-21", ...handed)).toEqual(["MOF"]);
});

test("after its role has ended the last known one stands, as what it became; a role without a body counts for none", async () => {
  expect(await responsibleOn("2026-11-21", role("MOC", null, "2025-02-28"))).toEqual(["MOC"]);
  expect(await responsibleOn("2025-02-28", role("MPI", null, "2025-02-28"))).toEqual(["MPI"]);
  expect(await responsibleOn("2025-03-01", role("MPI", null, "2025-02-28"))).toEqual(["MOF"]);
  expect(await responsibleOn("2026-11-21", role(null, null, null))).toEqual([]);
});

test("a body with two roles is listed once, an unlisted one by its id", async () => {
  expect(
    await responsibleOn(
      "2026-11-21",
      role("MOF", null, null),
      role("MOF", "2025-03-01", null),
      role("XYZ", null, null),
    ),
  ).toEqual(["MOF", "XYZ"]);
});
