import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";

const run = promisify(execFile);
/** Made by systemd-timesyncd once it has set the clock. */
const TIMESYNCD = "/run/systemd/timesync/synchronized";

export type ClockState = "synchronised" | "off" | "unknown";

/** Whether something keeps the machine's clock: the kernel's word by timedatectl, for any program that sets it. */
export async function clockState(ask: () => Promise<string> = askTimedatectl): Promise<ClockState> {
  const said = (await ask().catch(() => "")).trim();
  if (said === "yes" || (said !== "no" && existsSync(TIMESYNCD))) return "synchronised";
  return said === "no" ? "off" : "unknown";
}

const askTimedatectl = async () =>
  (await run("timedatectl", ["show", "--property=NTPSynchronized", "--value"], { timeout: 5000 })).stdout;
