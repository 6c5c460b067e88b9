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

test("every wrong setting is listed, with what was expected", () => {
  const read = readConfig({ PORT: "eighty", HOST: "", DATABASE_FILE: "", LOG_LEVEL: "loud" });
  expect(read.ok).toBe(false);
  if (read.ok) return;
  expect(read.wrong).toHaveLength(4);
  expect(read.wrong.join("\n")).toMatch(/HOST: expected.*\n?.*PORT: expected a port \(got "eighty"\)/s);
});
