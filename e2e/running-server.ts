import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const bundle = fileURLToPath(new URL("../apps/api/dist/server.js", import.meta.url));

/** A server with its address and settings; `end` stops it and takes its database away, `kill` is a power cut. */
export type RunningServer = {
  origin: string;
  settings: Record<string, string>;
  end: () => Promise<void>;
  kill: () => Promise<void>;
};

/** Runs the built server on a fresh database and a free port of this machine; `settings` go over those. */
export async function runServer(settings: Record<string, string> = {}): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), "moc2030-e2e-"));
  const port = await freePort();
  const all = { HOST: "127.0.0.1", PORT: String(port), DATABASE_FILE: join(folder, "moc2030.sqlite"), ...settings };
  const origin = `http://127.0.0.1:${all.PORT}`;
  const server = spawn(process.execPath, [bundle], {
    env: { ...process.env, ...all },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output = (output + text).slice(-20_000);
    });
  }
  const stop = async () => {
    await end(server);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(server, origin);
  } catch (error) {
    await stop();
    throw new Error(`${(error as Error).message}. The server printed:\n${output}`);
  }
  return { origin, settings: all, end: stop, kill: () => end(server, "SIGKILL") };
}

async function untilReady(server: ChildProcess, origin: string): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    if (hasEnded(server)) throw new Error(`The server ended with ${server.exitCode ?? server.signalCode}`);
    try {
      if ((await fetch(`${origin}/readyz`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await sleep(50);
  }
  throw new Error("The server was not ready within two minutes");
}

async function end(server: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  if (hasEnded(server)) return;
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  server.kill(signal);
  const patience = setTimeout(() => server.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(patience);
}

function hasEnded(server: ChildProcess): boolean {
  return server.exitCode !== null || server.signalCode !== null;
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port");
  return address.port;
}
