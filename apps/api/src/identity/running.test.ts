import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder } from "../app.fixture.ts";
import { program } from "../programs.fixture.ts";
import { ROOT } from "../root.ts";
import { runningOrigin, writeOrigin } from "./running.ts";

const folder = emptyFolder();
const file = join(folder, "moc2030.sqlite");
async function command(...args: string[]) {
  const { PUBLIC_ORIGIN: _, ...env } = process.env;
  const run = spawn(process.execPath, [program("cli"), ...args], {
    cwd: ROOT,
    env: { ...env, DATABASE_FILE: file, PORT: "2289" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  run.stdout.setEncoding("utf8").on("data", (part: string) => {
    output += part;
  });
  await once(run, "close");
  return output;
}

test("a command prints the link with the running server's origin, in both languages and Viet Nam's time", async () => {
  const untell = writeOrigin(file, "https://moc2030.example.vn");
  expect((statSync(join(folder, "server.json")).mode & 0o777).toString(8)).toBe("600");
  const person = ["--email", "an@example.vn", "--name", "An", "--role", "administrator"];
  const added = await command("staff:add", ...person);
  expect(added).toMatch(/^https:\/\/moc2030\.example\.vn\/set-up#[\w-]{43}$/m);
  expect(added).toContain("(giờ Việt Nam)");
  expect(added).toContain("(Viet Nam time)");
  expect(added).not.toContain("No server runs");
  untell();
  expect(existsSync(join(folder, "server.json"))).toBe(false);
  const reset = await command("staff:reset", "--email", "an@example.vn");
  expect(reset).toMatch(/^http:\/\/127\.0\.0\.1:2289\/set-up#[\w-]{43}$/m);
  expect(reset).toMatch(/Máy chủ chưa chạy[\s\S]*No server runs/);
}, 60_000);

test("a server that ends leaves the file of another one that has started since", () => {
  const untell = writeOrigin(file, "http://127.0.0.1:1");
  const other = JSON.stringify({ pid: 1, origin: "http://127.0.0.1:2" });
  writeFileSync(join(folder, "server.json"), other);
  untell();
  expect(runningOrigin(file)).toBe("http://127.0.0.1:2");
  rmSync(join(folder, "server.json"));
});

test("the file left by a killed server is ignored", async () => {
  const gone = spawn(process.execPath, ["-e", ""]);
  await once(gone, "close");
  writeFileSync(join(folder, "server.json"), JSON.stringify({ pid: gone.pid, origin: "http://127.0.0.1:1" }));
  expect(runningOrigin(file)).toBeUndefined();
  writeFileSync(join(folder, "server.json"), "not this");
  expect(runningOrigin(file)).toBeUndefined();
});
