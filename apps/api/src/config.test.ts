import { join } from "node:path";
import { expect, test } from "vitest";
import { readConfig } from "./config.ts";
import { ROOT } from "./root.ts";

test("defaults, with paths counted from the root", () => {
  const read = readConfig({});
  expect(read.ok && read.config).toMatchObject({
    host: "127.0.0.1",
    port: 2289,
    databaseFile: join(ROOT, "var/moc2030.sqlite"),
  });
});

test("an address for readers is an e-mail address or absent", () => {
  const given = (CONTACT_EMAIL?: string) => {
    const read = readConfig({ CONTACT_EMAIL });
    return read.ok ? (read.config.contactEmail ?? null) : read.wrong;
  };
  expect(given()).toBeNull();
  expect(given("so-lieu@example.vn")).toBe("so-lieu@example.vn");
  expect(given("nobody")).toEqual(['CONTACT_EMAIL: expected an e-mail address (got "nobody")']);
});

test("every wrong setting is listed, with what was expected", () => {
  const read = readConfig({ PORT: "eighty", HOST: "", DATABASE_FILE: "", LOG_LEVEL: "loud" });
  expect(read.ok).toBe(false);
  if (read.ok) return;
  expect(read.wrong).toHaveLength(4);
  expect(read.wrong.join("\n")).toMatch(/HOST: expected.*\n?.*PORT: expected a port \(got "eighty"\)/s);
});
