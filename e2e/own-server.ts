import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll } from "vitest";
import { type RunningServer, runServer } from "./running-server.ts";

const cli = fileURLToPath(new URL("../apps/api/dist/cli.js", import.meta.url));

type Settings = Record<string, string>;

/**
 * A server for the tests of one file, on a database of its own: what they write is not seen by others. Settings that are
 * known only once something listens are given as a function.
 */
export function useServer(settings: Settings | (() => Promise<Settings>) = {}) {
  let server: RunningServer | undefined;
  beforeAll(async () => {
    server = await runServer(typeof settings === "function" ? await settings() : settings);
  });
  afterAll(() => server?.end());
  const running = () => {
    if (!server) throw new Error("The server runs only while tests do");
    return server;
  };
  return {
    origin: () => running().origin,
    /** Runs the command line on its database; the exit code and what is printed. */
    async command(...args: string[]): Promise<{ code: number | null; output: string }> {
      const env = { ...process.env, ...running().settings };
      const run = spawn(process.execPath, [cli, ...args], { env, stdio: ["ignore", "pipe", "inherit"] });
      let output = "";
      run.stdout.setEncoding("utf8").on("data", (part: string) => (output += part));
      await once(run, "close");
      return { code: run.exitCode, output };
    },
  };
}
export type OwnServer = ReturnType<typeof useServer>;
