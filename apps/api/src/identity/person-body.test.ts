import { expect, test } from "vitest";
import { read, slug } from "../submissions/team.fixture.ts";
import { staffedApp } from "./staff.fixture.ts";

test("an administrator says which body a person works for; it is audited, and the person is told", async () => {
  const server = await staffedApp();
  const [boss, lan] = [await server.person("administrator", "Bình"), await server.person("contributor", "Lan")];
  const bodyOf = async () => (await read(lan.get("/session"))).me.body;
  expect(await bodyOf()).toBeNull();
  const { items } = await read(boss.patch(`/staff/${lan.actor.id}`, { body: "MOST" }));
  expect(items.map((p: { name: string; body: string | null }) => [p.name, p.body])).toEqual([
    ["Bình", null],
    ["Lan", "MOST"],
  ]);
  expect(await bodyOf()).toBe("MOST");
  // Another change leaves it, null takes it away.
  expect((await boss.patch(`/staff/${lan.actor.id}`, { name: "Lan Anh" })).status).toBe(200);
  expect(await bodyOf()).toBe("MOST");
  expect((await boss.patch(`/staff/${lan.actor.id}`, { body: null })).status).toBe(200);
  expect(await bodyOf()).toBeNull();
  const [entry] = await server.db.all<{ detail: string }>(
    "SELECT detail FROM audit WHERE action = 'staff.changed' ORDER BY id",
  );
  expect(JSON.parse(entry?.detail ?? "")).toEqual({ body: "MOST" });
});

test("a body that is not listed or has ended is refused by name, and changes nothing", async () => {
  const server = await staffedApp();
  const [boss, lan] = [await server.person("administrator", "Bình"), await server.person("contributor", "Lan")];
  for (const body of ["XYZ", "MPI"]) {
    const refused = await boss.patch(`/staff/${lan.actor.id}`, { body, name: "Lan Anh" });
    expect([refused.status, (await read(refused)).errors[0].pointer]).toEqual([422, "/body"]);
    const added = await boss.post("/staff", {
      ...{ email: "vy@example.vn", name: "Vy", role: "contributor", body },
      code: await boss.code(),
    });
    expect(await slug(added)).toBe("invalid");
  }
  expect((await read(boss.get("/staff"))).items.map((p: { name: string }) => p.name)).toEqual(["Bình", "Lan"]);
});

test("a new person is added with their body, which the audit keeps", async () => {
  const server = await staffedApp();
  const boss = await server.person("administrator", "Bình");
  const added = { email: "vy@example.vn", name: "Vy", role: "contributor", body: "NSO", code: await boss.code() };
  expect((await boss.post("/staff", added)).status).toBe(200);
  const { items } = await read(boss.get("/staff"));
  expect(items.find((p: { name: string }) => p.name === "Vy").body).toBe("NSO");
  const entry = await server.db.one<{ detail: string }>("SELECT detail FROM audit WHERE action = 'staff.added'");
  expect(JSON.parse(entry?.detail ?? "").body).toBe("NSO");
});
