import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DrizzleQueryError } from "drizzle-orm";
import { describe, expect, inject, test } from "vitest";
import { emptyFolder } from "./app.fixture.ts";
import { execute } from "./db/raw.fixture.ts";
import { createLog, logLine } from "./log.ts";
import { program } from "./programs.fixture.ts";
import { ROOT } from "./root.ts";

/** A server as it is shipped, on a database of its own; `lines` is what it has written. */
async function loggedServer(settings: Record<string, string> = {}) {
  const file = join(emptyFolder(), "moc2030.sqlite");
  copyFileSync(inject("seeded"), file);
  const env = { ...process.env, HOST: "127.0.0.1", PORT: "0", METRICS_PORT: "0", DATABASE_FILE: file, ...settings };
  const server = spawn(process.execPath, [program("server")], { env, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [server.stdout, server.stderr])
    stream.setEncoding("utf8").on("data", (part: string) => (text += part));
  const lines = () => text.split("\n").filter(Boolean);
  const found = async (event: string) => {
    await expect
      .poll(() => server.exitCode !== null || lines().some((line) => line.includes(`"event":"${event}"`)))
      .toBe(true);
    return lines().find((line) => line.includes(`"event":"${event}"`)) ?? text;
  };
  const ended = async () => {
    if (server.exitCode === null) await once(server, "exit");
    return server.exitCode;
  };
  return { file, lines, found, ended, stop: () => server.kill("SIGTERM") };
}

const EMAIL = "nguyen.van.an@bo.example.vn";

test("a session of requests leaves lines of the schema alone, without address, e-mail, cookie or typed text", async () => {
  const server = await loggedServer();
  const { origin } = JSON.parse(await server.found("listening")) as { origin: string };
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(origin + path, {
      ...init,
      headers: { "user-agent": "browser-of-an", cookie: "moc2030=secret-of-an", ...init.headers },
    });
  const json = { "content-type": "application/json", origin };
  for (let tries = 0; tries < 3; tries++) {
    const body = JSON.stringify({ email: EMAIL, password: "mật khẩu của tôi là gì" });
    expect((await ask("/api/v1/session", { method: "POST", headers: json, body })).status).toBe(401);
  }
  await ask(`/search?q=${EMAIL}`);
  await ask("/api/v1/nowhere?name=Nguyễn");
  await ask("/api/v1/session", { method: "POST", headers: json, body: `{"email": "${EMAIL}"` });
  // Something goes wrong that nobody foresaw.
  execute(server.file, "ALTER TABLE observation_revision RENAME TO lost");
  expect((await ask("/api/v1/observations?indicator=GII_RANK")).status).toBe(500);
  await server.found("request-failed");
  server.stop();
  expect(await server.ended()).toBe(0);
  for (const line of server.lines()) {
    const read = logLine.safeParse(JSON.parse(line));
    expect([line, read.error?.issues]).toEqual([line, undefined]);
    // Its own address, and the example of the command that makes an account.
    const said = line.replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, "").replace("an@example.vn --name", "");
    expect(said).not.toMatch(/@\w+\.\w|127\.0\.0\.1|secret-of-an|mật khẩu|browser-of-an|name=/);
  }
  const events = new Set(server.lines().map((line) => (JSON.parse(line) as { event: string }).event));
  expect([...events]).toEqual(
    expect.arrayContaining(["listening", "metrics-listening", "no-account", "request-failed"]),
  );
});

test("a start that cannot be is one line, even where LOG_LEVEL is silent", async () => {
  const server = await loggedServer({ LOG_LEVEL: "silent", HOST: "0.0.0.0" });
  await server.found("cannot-start");
  expect(await server.ended()).toBe(1);
  expect(server.lines().map((line) => logLine.parse(JSON.parse(line)))).toMatchObject([
    { event: "cannot-start", level: 60, msg: expect.stringContaining("PUBLIC_ORIGIN") },
  ]);
});

describe("an error", () => {
  const written = (thrown: unknown) => {
    const lines: string[] = [];
    createLog("info", (line) => lines.push(line)).requestFailed("7f3a", thrown);
    return logLine.parse(JSON.parse(lines.join(""))) as {
      error: { type: string; code?: string; message: string };
    };
  };
  test.each([
    ["an address of mail", new Error("550 no such user an@example.vn, go away"), "550 no such user …@…, go away"],
    ["an IPv4 address", new Error("connect ECONNREFUSED 10.1.2.3:25"), "connect ECONNREFUSED (address):25"],
    ["an IPv6 address", new Error("connect EHOSTUNREACH 2001:db8::7 later"), "connect EHOSTUNREACH (address) later"],
    ["quoted text", new Error('Unexpected token \'x\', "{"name":"An"" is not JSON'), /^Unexpected token '…'/],
    ["a query", new Error("No answer at /api/v1/find?q=Nguyễn+An now"), "No answer at /api/v1/find?… now"],
    [
      "bound values",
      new DrizzleQueryError("insert into user values (?)", ["an@example.vn"], undefined),
      /^(?!.*example)/,
    ],
    ["what was thrown as text", "An, an@example.vn", "An, …@…"],
  ])("is written without %s", (_what, thrown, expected) => {
    const { message } = written(thrown).error;
    if (typeof expected === "string") expect(message).toBe(expected);
    else expect(message).toMatch(expected);
    expect(message).not.toMatch(/"name"|example\.vn|q=/);
  });
  test("of a full disk is named as one", () => {
    const full = Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });
    expect(written(full)).toMatchObject({ requestId: "7f3a", msg: expect.stringContaining("the disk is full") });
  });
  test("keeps its kind, its code and where it came from, and nothing that hangs on it", () => {
    const error = Object.assign(new TypeError("Cannot read properties of undefined"), {
      code: "ERR_X",
      response: `550 ${EMAIL}`,
    });
    expect(written(error).error).toMatchObject({
      type: "TypeError",
      code: "ERR_X",
      message: "Cannot read properties of undefined",
      stack: expect.arrayContaining([expect.stringContaining("log.test.ts")]),
    });
    expect(JSON.stringify(written(error))).not.toContain(EMAIL);
  });
});

test("a message of lines that look like places leaves none of them in the stack", () => {
  const lines: string[] = [];
  const typed = new Error("No such name: An\n    at An, an@example.vn");
  createLog("info", (line) => lines.push(line)).taskFailed("a task")(typed);
  const { stack } = (logLine.parse(JSON.parse(lines.join(""))) as { error: { stack: string[] } }).error;
  expect(stack.join("\n")).not.toContain("example");
  expect(stack[0]).toContain("log.test.ts");
});

test("a task that fails each second for one reason is said once a minute, with how often; another reason at once", () => {
  const lines: string[] = [];
  let seconds = 0;
  const failed = createLog(
    "info",
    (line) => lines.push(line),
    () => seconds * 1000,
  ).taskFailed("a task");
  for (; seconds < 130; seconds++) failed(new Error("no such table: schedule"));
  failed(new Error("database is locked"));
  failed(new Error("database is locked"));
  const said = lines.map((line) => logLine.parse(JSON.parse(line)) as { times: number; error: { message: string } });
  expect(said.map(({ times, error }) => [times, error.message])).toEqual([
    [1, "no such table: schedule"],
    [60, "no such table: schedule"],
    [60, "no such table: schedule"],
    [1, "database is locked"],
  ]);
});

test("every event of the schema is explained in the operating guide", () => {
  const guide = readFileSync(join(ROOT, "docs/operating.md"), "utf8");
  for (const { shape } of logLine.options as unknown as { shape: { event: { value: string } } }[])
    expect(guide).toContain(`\`${shape.event.value}\``);
});
