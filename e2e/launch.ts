import { type Browser, chromium } from "playwright-core";
import { findChromium } from "../scripts/chromium.mjs";

const flags = [
  // Chromium's sandbox refuses root, as which containers and build machines run.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the installed Chromium. */
export const launch = (): Promise<Browser> => chromium.launch({ executablePath: findChromium(), args: flags });
