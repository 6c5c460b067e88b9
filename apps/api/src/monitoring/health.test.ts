import { expect, test } from "vitest";
import { NOW } from "../app.fixture.ts";
import { staffedApp } from "../identity/staff.fixture.ts";
import { noteBackup } from "../verify/backup-record.ts";

test("an administrator sees how the installation is, and nobody else does", async () => {
  const server = await staffedApp({ askClock: async () => "off", contact: "lienhe@example.vn" });
  const copying = await staffedApp({ copiesBackups: true });
  const chi = await server.person("administrator", "Chi");
  const read = async () => (await chi.get("/staff/health")).json() as Promise<Record<string, unknown>>;
  const first = await read();
  expect(first).toMatchObject({
    missing: expect.arrayContaining([
      "no-backup",
      "no-restore-test",
      "no-hook",
      "clock-off",
      "one-administrator",
      "owner",
      "origin",
      "relay",
    ]),
    since: NOW.toISOString(),
    backupAt: null,
    restoreTestAt: null,
    clock: "off",
    streams: 0,
    requests: { answered: 0, failed: 0, slow: 0, signInsRefused: 0 },
    loopDelayMs: expect.any(Number),
    mail: { waiting: 0, failed: 0 },
  });
  expect(first.missing).not.toContain("contact");
  noteBackup(server.db.file, { madeAt: NOW.toISOString() });
  const then = await read();
  expect(then.backupAt).toBe(NOW.toISOString());
  expect(then.missing).not.toContain("no-backup");
  const binh = await server.person("administrator", "Binh");
  expect((await read()).missing).not.toContain("one-administrator");
  expect((await binh.get("/staff/health")).status).toBe(200);
  const an = await copying.person("administrator", "An");
  expect((await (await an.get("/staff/health")).json()).missing).not.toContain("no-hook");
  const lan = await server.person("contributor", "Lan");
  expect((await lan.get("/staff/health")).status).toBe(403);
  expect((await chi.get("/staff/health")).headers.get("cache-control")).toBe("no-store");
});
