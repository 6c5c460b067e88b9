import { readFileSync } from "node:fs";
import { cpus } from "node:os";

/** Clock ticks a second in /proc, on every Linux that Node runs on. */
const TICKS = 100;

function busySeconds(): number {
  const [, ...fields] = (readFileSync("/proc/stat", "utf8").split("\n")[0] ?? "").trim().split(/\s+/).map(Number);
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = fields.map((n) => n ?? 0);
  return (user + nice + system + irq + softirq) / TICKS;
}

function ownSeconds(pid: number | string): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ")
    .map(Number);
  // Own time and that of children that have ended.
  return ((fields[11] ?? 0) + (fields[12] ?? 0) + (fields[13] ?? 0) + (fields[14] ?? 0)) / TICKS;
}

/** Watches how much of the machine others use while the bench runs. `pids` are the bench's own processes. */
export function watchMachine(pids: () => number[]) {
  const began = { at: performance.now(), busy: busySeconds(), own: ownSeconds("self") };
  return () => {
    const seconds = (performance.now() - began.at) / 1000;
    const own = ownSeconds("self") - began.own + pids().reduce((sum, pid) => sum + ownSeconds(pid), 0);
    return Math.max(0, (busySeconds() - began.busy - own) / (seconds * cpus().length));
  };
}

/** The machine in a few words. */
export const machine = () => `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`;
