import { spawn } from "node:child_process";
import { createServer as createTcpServer } from "node:net";
import { join } from "node:path";
import { prepare } from "./prepare.mjs";
import { bin, ROOT } from "./run.mjs";

prepare();

const host = process.env.HOST || "127.0.0.1";
const port = Number(process.env.PORT || 2289);
const apiPort = await freePort();
process.env.API_ORIGIN = `http://127.0.0.1:${apiPort}`;

const api = spawn(bin("tsx"), ["watch", "--clear-screen=false", "apps/api/src/server.ts"], {
  cwd: ROOT,
  env: { ...process.env, HOST: "127.0.0.1", PORT: String(apiPort) },
  stdio: ["ignore", "inherit", "inherit"],
});

const { createServer } = await import("vite");
const web = await createServer({ root: join(ROOT, "apps/web"), server: { host, port, strictPort: true } });

let ending = false;
/** @param {number} code */
async function end(code) {
  if (ending) return;
  ending = true;
  const ended = new Promise((resolve) => (api.exitCode === null ? api.once("exit", resolve) : resolve(undefined)));
  // First, because its open connections would delay the API's shutdown.
  await web.close();
  api.kill("SIGTERM");
  await ended;
  process.exit(code);
}
// Vite's listener would exit before the API has ended.
process.removeAllListeners("SIGTERM");
process.on("SIGINT", () => end(0)).on("SIGTERM", () => end(0));
api.once("exit", () => {
  if (!ending) console.error("dev: the API ended");
  void end(1);
});

try {
  await web.listen();
  await untilApiAnswers();
  console.log(`dev: http://${host}:${port} (pages and API, both follow changes)`);
} catch (error) {
  console.error(`dev: ${error instanceof Error ? error.message : error}`);
  await end(1);
}

/** Waits for the API, so that the URL to open is the last line printed. */
async function untilApiAnswers() {
  for (let tries = 0; tries < 100; tries += 1) {
    const answered = await fetch(`${process.env.API_ORIGIN}/readyz`).catch(() => undefined);
    if (answered?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** @returns {Promise<number>} */
async function freePort() {
  const probe = createTcpServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
