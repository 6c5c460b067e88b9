import { execFileSync } from "node:child_process";
import { cpus } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";

/** A share of the machine in other hands beyond which a run claims nothing. */
const TOO_BUSY = 0.15;

/** What a run was made on, and how much of it others used; `isLoaded` runs claim nothing. */
export type Machine = { what: string; date: string; commit: string; others: number; isLoaded: boolean };

/** The share of all processors that is in use, over a second in which this run does nothing itself. */
export async function busyShare(): Promise<number> {
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const idle = () => sum(cpus().map(({ times }) => times.idle));
  const all = () => sum(cpus().flatMap(({ times }) => Object.values(times)));
  const [idleBefore, allBefore] = [idle(), all()];
  await sleep(1000);
  return 1 - (idle() - idleBefore) / (all() - allBefore);
}

/** Describes the machine; `others` are the busy shares that were seen before and between the measurements. */
export function describeMachine(root: string, others: number[]): Machine {
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
  const processors = cpus();
  const most = Math.max(...others);
  return {
    what: `${processors.length} × ${processors[0]?.model.trim() ?? "?"}, Node ${process.version}`,
    date: new Date().toISOString().slice(0, 10),
    commit:
      git("rev-parse", "--short", "HEAD") + (git("status", "--porcelain", "apps", "packages") ? " with changes" : ""),
    others: most,
    isLoaded: most > TOO_BUSY,
  };
}
