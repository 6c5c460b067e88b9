import { type Browser, chromium } from "playwright-core";
import { findChromium } from "../scripts/chromium.mjs";

// The last such flag alone counts, so that this repeats what Playwright switches off. The two pop-ups of the address
// bar are pages themselves: nobody sees them, and each window would spend more on them than on most of our pages.
const without = [
  ...["AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "LensOverlay"],
  ...["MediaRouter", "PaintHolding", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled"],
  ...["PreconnectToSearch", "WebUIOmniboxPopup", "WebUIOmniboxAimPopup"],
];

const flags = [
  `--disable-features=${without.join(",")}`,
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
