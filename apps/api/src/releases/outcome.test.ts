import { dayInVietNam } from "@moc2030/shared/text/date";
import { expect, test } from "vitest";
import { testApp } from "../app.fixture.ts";
import { statusesBetween } from "./changes.ts";
import { findChangedOutcome, keepOutcomes, statusChanges } from "./outcome.ts";

const server = await testApp();
const { db } = server;
type Ref = { id: number; publishedAt: string };
const refs = await db.all<Ref>("SELECT id, published_at AS publishedAt FROM release ORDER BY id");
const kept = () =>
  db.all<{ version: number; body: string }>(
    "SELECT release_id, method_version AS version, body FROM release_outcome ORDER BY release_id",
  );

test("the statuses that a release changed are those of all targets assessed before and after it", async () => {
  for (const ref of refs) {
    const referenceDate = dayInVietNam(new Date(ref.publishedAt));
    const before = ref.id === 1 ? null : { ...ref, id: ref.id - 1 };
    const all = await statusesBetween(db, { release: before, referenceDate }, { release: ref, referenceDate });
    expect(await statusChanges(db, ref)).toEqual(all);
  }
});

test("the ledger is the same before and after its outcomes are kept, and those of another method are made again", async () => {
  const before = await (await server.get("/releases")).text();
  expect(await kept()).toEqual([]);
  await keepOutcomes(db);
  const first = await kept();
  expect(first).toHaveLength(refs.length);
  expect(await (await server.get("/releases")).text()).toBe(before);
  await db.run("UPDATE release_outcome SET method_version = 0, body = '{}' WHERE release_id > 60");
  expect(await (await testApp({ db })).json("/releases")).toEqual(JSON.parse(before));
  await keepOutcomes(db);
  expect(await kept()).toEqual(first);
});

test("an outcome that is kept otherwise than it is computed is found", async () => {
  await keepOutcomes(db);
  expect(await findChangedOutcome(db)).toBeNull();
  await db.run(`UPDATE release_outcome SET body = replace(body, '"class":"', '"class":"x')`);
  expect(await findChangedOutcome(db)).toMatch(/^release_outcome \d+: /);
  await db.run("DELETE FROM release_outcome");
});

test("a page of the ledger goes on before the last release shown, or has the releases that are named", async () => {
  const all = (await server.json("/releases")).items;
  const idsOf = async (query: string) => (await server.json(`/releases?${query}`)).items.map((r: Ref) => r.id);
  expect((await server.json("/releases?limit=20&before=41")).items).toEqual(
    all.filter((r: Ref) => r.id < 41).slice(0, 20),
  );
  expect(await idsOf("id=3,50,999")).toEqual([50, 3]);
  expect(await idsOf("before=1")).toEqual([]);
  for (const wrong of ["before=0", "before=x", "id=1,x", "id="])
    expect((await server.get(`/releases?${wrong}`)).status).toBe(422);
});

test("the table of contents has the day and the indicators of every release, as the ledger has them", async () => {
  const short = ({ id, publishedAt, indicators }: Ref & { indicators: string[] }) => ({ id, publishedAt, indicators });
  expect((await server.json("/releases/contents")).items).toEqual((await server.json("/releases")).items.map(short));
});
