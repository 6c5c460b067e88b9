import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { ROOT } from "../src/root.ts";
import { fire, type Shot } from "./load.ts";

// Bundled as the shipped server is: run from source it would carry the marks of the tool that runs it.
const bundle = join(ROOT, "apps/api/dist.bench");
await build({
  entryPoints: [fileURLToPath(new URL("served.ts", import.meta.url))],
  outdir: bundle,
  bundle: true,
  format: "esm",
  platform: "node",
  external: ["better-sqlite3", "@node-rs/argon2", "@resvg/resvg-js"],
  banner: {
    js: 'import { createRequire as _createRequire } from "node:module"; const require = _createRequire(import.meta.url);',
  },
  logLevel: "warning",
});

const children: ChildProcess[] = [];
export const pids = () => children.map((child) => child.pid as number);

/** Starts `served.ts` in a process of its own. */
export async function start(...args: string[]) {
  const child = fork(join(bundle, "served.js"), args, { execArgv: ["--expose-gc"] });
  children.push(child);
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  /** Tells it to do something, or nothing, and gives what it uses afterwards. */
  const ask = async (deed: string) => {
    child.send(deed);
    return ((await once(child, "message")) as [{ cpu: number; rss: number; most: number; loopMs: number }])[0];
  };
  const cpu = async () => (await ask("")).cpu;
  const rss = async () => (await ask("rss")).rss;
  return { port, cpu, rss, ask, publish: () => void ask("publish") };
}
export type Server = Awaited<ReturnType<typeof start>>;

/** CPU microseconds of the server process per request. */
export async function perRequest(server: Server, shots: Shot[], count: number) {
  const before = await server.cpu();
  const bytes = await fire(server.port, shots, count);
  return { micros: ((await server.cpu()) - before) / count, bytes };
}

/** Ends the servers and removes their bundle. */
export function stopAll() {
  for (const child of children) child.disconnect();
  rmSync(bundle, { recursive: true, force: true });
}
