import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";

// A command beside a running server has neither its settings nor its port: the server leaves them beside its database.
const fileFor = (databaseFile: string) => join(dirname(databaseFile), "server.json");
const told = z.object({ pid: z.int().positive(), origin: z.url() });

/** Writes down where this server answers; gives what takes that away. */
export function tellOrigin(databaseFile: string, origin: string): () => void {
  const file = fileFor(databaseFile);
  writeFileSync(file, `${JSON.stringify({ pid: process.pid, origin })}\n`, { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

/** Whether a process runs; another account's too. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as { code?: string }).code === "EPERM";
  }
}

/** Where the server that runs on this database answers, such as `https://moc2030.example.vn`; undefined where none runs. */
export function runningOrigin(databaseFile: string): string | undefined {
  try {
    const { pid, origin } = told.parse(JSON.parse(readFileSync(fileFor(databaseFile), "utf8")));
    return isRunning(pid) ? origin : undefined;
  } catch {
    // None has been started, or it was stopped while it wrote.
    return undefined;
  }
}
