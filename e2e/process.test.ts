import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { origin } from "./browser.ts";

const bundle = (name: string) => fileURLToPath(new URL(`../apps/api/dist/${name}.js`, import.meta.url));
const folders: string[] = [];
afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});
const folder = () => {
  const path = mkdtempSync(join(tmpdir(), "moc2030-process-"));
  folders.push(path);
  return path;
};

function start(env: Record<string, string>): { server: ChildProcess; output: () => string } {
  const server = spawn(process.execPath, [bundle("server")], {
    env: { ...process.env, HOST: "127.0.0.1", PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [server.stdout, server.stderr])
    stream?.setEncoding("utf8").on("data", (part: string) => (text += part));
  return { server, output: () => text };
}

async function ended(server: ChildProcess): Promise<number | null> {
  if (server.exitCode === null) await once(server, "exit");
  return server.exitCode;
}

/** Waits for the address that the server prints. */
async function address(server: ChildProcess, output: () => string): Promise<string> {
  for (;;) {
    const found = /Mốc 2030: (http:\S+)\//.exec(output())?.[1];
    if (found) return found;
    if (server.exitCode !== null) throw new Error(output());
    await new Promise((done) => setTimeout(done, 20));
  }
}

describe("a start that cannot be", () => {
  test("wrong settings are all listed, exit code 1", async () => {
    const { server, output } = start({ PORT: "x", LOG_LEVEL: "loud" });
    expect(await ended(server)).toBe(1);
    expect(output()).toMatch(/Wrong settings:[\s\S]*PORT: expected a port[\s\S]*LOG_LEVEL/);
  });
  test.each([
    [
      "text",
      "this is not a database at all, only text that is longer than the header of one hundred bytes, so it is read",
    ],
    ["a cut database", "SQLite format 3\0"],
  ])("%s as database: a clear message, exit code 1, the file untouched", async (_what, content) => {
    const file = join(folder(), "moc2030.sqlite");
    writeFileSync(file, content);
    const { server, output } = start({ DATABASE_FILE: file });
    expect(await ended(server)).toBe(1);
    expect(output()).toContain("left untouched");
    expect(readFileSync(file, "utf8")).toBe(content);
  });
  test("a folder of reference data that is not there", async () => {
    const { server, output } = start({ SEED_DIR: "/no/such/folder", DATABASE_FILE: join(folder(), "m.sqlite") });
    expect(await ended(server)).toBe(1);
    expect(output()).toContain("SEED_DIR: there is no folder /no/such/folder");
  });
  test("a port in use", async () => {
    const port = new URL(origin()).port;
    const { server, output } = start({ PORT: port, DATABASE_FILE: join(folder(), "m.sqlite") });
    expect(await ended(server)).toBe(1);
    expect(output()).toContain(`Cannot listen on 127.0.0.1:${port} (HOST, PORT)`);
  });
});

test("SIGTERM ends a running server and its open streams with exit code 0, and a second start reseeds nothing", async () => {
  const file = join(folder(), "moc2030.sqlite");
  for (const round of [1, 2]) {
    const { server, output } = start({ DATABASE_FILE: file });
    const at = await address(server, output);
    const { release } = (await (await fetch(`${at}/readyz`)).json()) as { release: number };
    expect(release).toBeGreaterThan(60);
    expect(output().includes(`Loaded ${release} releases`)).toBe(round === 1);
    const streams = await Promise.all([1, 2, 3].map(() => fetch(`${at}/api/v1/events`)));
    server.kill("SIGTERM");
    // Ended by the server, not cut: the text is whole.
    for (const stream of streams) expect(await stream.text()).toBe("retry: 3000\n\n");
    expect(await ended(server)).toBe(0);
  }
});

test("10,000 areas in a list are refused by name, not by an empty 431", async () => {
  const codes = Array.from({ length: 10_000 }, (_, i) => `A${i}`).join(",");
  const answer = await fetch(`${origin()}/api/v1/observations?area=${codes}`);
  expect(answer.status).toBe(422);
  expect(((await answer.json()) as { errors: object[] }).errors[0]).toMatchObject({ parameter: "area" });
});

test("a backup made while the server runs is restored into an empty place", async () => {
  const [home, kept, elsewhere] = [folder(), join(folder(), "backup"), join(folder(), "moc2030.sqlite")];
  const { server, output } = start({ DATABASE_FILE: join(home, "moc2030.sqlite") });
  const at = await address(server, output);
  const command = async (file: string, ...args: string[]) => {
    const run = spawn(process.execPath, [bundle("cli"), ...args], {
      env: { ...process.env, DATABASE_FILE: file },
      stdio: "ignore",
    });
    return ended(run);
  };
  expect(await command(join(home, "moc2030.sqlite"), "backup", kept)).toBe(0);
  const csv = await (await fetch(`${at}/api/v1/observations.csv`)).text();
  server.kill("SIGTERM");
  expect(await command(join(home, "moc2030.sqlite"), "restore", kept)).toBe(1);
  expect(await command(elsewhere, "restore", kept)).toBe(0);
  const again = start({ DATABASE_FILE: elsewhere });
  const then = await address(again.server, again.output);
  expect(await (await fetch(`${then}/api/v1/observations.csv`)).text()).toBe(csv);
  again.server.kill("SIGTERM");
  await ended(again.server);
});
