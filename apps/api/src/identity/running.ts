import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";

// Commands do not know the settings or port of a running server, so it leaves its origin beside the database.
const fileFor = (databaseFile: string) => join(dirname(databaseFile), "server.json");
const runningServer = z.object({ pid: z.int().positive(), origin: z.url() });

function readRunning(databaseFile: string) {
  try {
    return runningServer.parse(JSON.parse(readFileSync(fileFor(databaseFile), "utf8")));
  } catch {
    // Missing, or incomplete because the server was stopped while writing.
    return undefined;
  }
}

/** Writes this server's origin; returns a function that removes it. */
export function writeOrigin(databaseFile: string, origin: string): () => void {
  const file = fileFor(databaseFile);
  writeFileSync(file, `${JSON.stringify({ pid: process.pid, origin })}\n`, { mode: 0o600 });
  // A second server on the same database has left its own since.
  return () => {
    if (readRunning(databaseFile)?.pid === process.pid) rmSync(file, { force: true });
  };
}

/** Whether a process runs, possibly of another account. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as { code?: string }).code === "EPERM";
  }
}

/** The origin of the server running on this database, such as `https://moc2030.example.vn`, if any. */
export function runningOrigin(databaseFile: string): string | undefined {
  const found = readRunning(databaseFile);
  return found && isRunning(found.pid) ? found.origin : undefined;
}
