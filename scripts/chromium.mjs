import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/**
 * The browser for the journeys: $CHROMIUM, or what is installed.
 * @returns {string}
 */
export function findChromium() {
  const found = process.env.CHROMIUM || ["/usr/bin/chromium", ...onPath()].find((file) => existsSync(file));
  if (found && existsSync(found)) return found;
  throw new Error(
    process.env.CHROMIUM
      ? `CHROMIUM names ${process.env.CHROMIUM}, which does not exist.`
      : "The journeys need Chromium: install Debian's package chromium, or name the program in CHROMIUM.",
  );
}

/** Finds the browser, after installing Debian's where that is possible. */
export function provideChromium() {
  const mayInstall = !process.env.CHROMIUM && process.getuid?.() === 0 && works("apt-get", ["--version"]);
  try {
    return findChromium();
  } catch (error) {
    if (!mayInstall) throw error;
  }
  console.log("prepare: installing Chromium for the journeys …");
  const options = ["-o", "DPkg::Lock::Timeout=300"];
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", [...options, ...args], { stdio: ["ignore", "inherit", "inherit"], env });
  }
  return findChromium();
}

function onPath() {
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const folders = (process.env.PATH ?? "").split(":");
  return names.flatMap((name) => folders.map((folder) => `${folder}/${name}`));
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function works(program, args) {
  return spawnSync(program, args, { stdio: "ignore" }).status === 0;
}
