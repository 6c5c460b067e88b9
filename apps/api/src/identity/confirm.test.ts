import { describe, expect, test } from "vitest";
import { queryColumn, queryScalar } from "../db/raw.fixture.ts";
import { read, slug } from "../submissions/team.fixture.ts";
import { staffedApp } from "./staff.fixture.ts";

const server = await staffedApp();
const lan = await server.person("contributor", "Lan");
const NEW = { email: "vy@example.vn", name: "Vy", role: "contributor" };

/** Every request that an administrator confirms with a code, without the code. */
const changes: [string, (who: typeof lan, more: object) => Promise<Response>][] = [
  ["a new colleague", (who, more) => who.post("/staff", { ...NEW, ...more })],
  ["another role", (who, more) => who.patch(`/staff/${lan.actor.id}`, { role: "reviewer", ...more })],
  ["a lock", (who, more) => who.patch(`/staff/${lan.actor.id}`, { disabled: true, ...more })],
  ["an unlock", (who, more) => who.patch(`/staff/${lan.actor.id}`, { disabled: false, ...more })],
  ["a new link", (who, more) => who.post(`/staff/${lan.actor.id}/reset`, more)],
];
const people = () => server.signIn.db.all<{ id: string }>("SELECT id, role, disabled_at FROM user");
const links = () => queryScalar(server.signIn.db, "SELECT count(*) FROM staff_link");

describe.each(changes)("%s", (_, ask) => {
  test("is rejected without a code of one's own authenticator or with a wrong one, and changes nothing", async () => {
    const admin = await server.person("administrator");
    const [before, linksBefore] = [await people(), await links()];
    const right = await admin.code();
    const wrong = String((Number(right) + 500_000) % 1_000_000).padStart(6, "0");
    const others = await (await server.person("administrator")).code();
    for (const more of [{}, { code: wrong }, { code: others }])
      expect(await slug(ask(admin, more))).toBe("confirmation-needed");
    expect((await ask(admin, { code: "12345" })).status).toBe(422);
    const after = (await people()).filter((p) => before.some((b) => b.id === p.id));
    expect([after, await links()]).toEqual([before, linksBefore]);
  });
  test("succeeds with a code, which is valid once", async () => {
    const admin = await server.person("administrator");
    const code = await admin.code();
    expect((await ask(admin, { code })).status).toBe(200);
    const again = await ask(admin, { code });
    expect([again.status, (await read(again)).detail]).toEqual([403, expect.stringContaining("has been used")]);
  });
});

test("changing a name needs no code", async () => {
  const admin = await server.person("administrator");
  expect((await admin.patch(`/staff/${lan.actor.id}`, { name: "Lan Anh" })).status).toBe(200);
});
test("wrong codes are counted and audited; after ten the right one is rejected too, while sign-in still works", async () => {
  const admin = await server.person("administrator");
  const ask = (code: string) => admin.patch(`/staff/${lan.actor.id}`, { role: "contributor", code });
  const right = await admin.code();
  const wrong = String((Number(right) + 500_000) % 1_000_000).padStart(6, "0");
  const noted = async () => (await server.events()).filter((action) => action === "staff.confirmation_refused").length;
  const before = await noted();
  for (let i = 0; i < 10; i++) expect((await ask(wrong)).status).toBe(403);
  expect((await noted()) - before).toBe(10);
  expect(await slug(ask(right))).toBe("too-many-attempts");
  expect((await noted()) - before).toBe(10);
  const buckets = await queryColumn(server.signIn.db, "SELECT DISTINCT bucket FROM attempt");
  expect(buckets).toContain(`confirm ${admin.actor.id}`);
  expect(buckets.filter((bucket) => String(bucket).startsWith("account "))).toEqual([]);
});
test("nobody can change their own role, with or without a code; the audit log has the old and new role", async () => {
  const admin = await server.person("administrator");
  for (const role of ["reviewer", "contributor"])
    expect(await slug(admin.patch(`/staff/${admin.actor.id}`, { role, code: await admin.code() }))).toBe("own-account");
  const minh = await server.person("contributor", "Minh");
  const code = await admin.code();
  expect((await admin.patch(`/staff/${minh.actor.id}`, { role: "reviewer", code })).status).toBe(200);
  const { items } = await read(admin.get("/audit?action=staff.changed&limit=1"));
  expect(items[0]).toMatchObject({
    subject: `staff ${minh.actor.id}`,
    detail: { role: "reviewer", roleBefore: "contributor" },
  });
});
