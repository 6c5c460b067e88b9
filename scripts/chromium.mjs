import { existsSync } from "node:fs";
import { install, mayInstall } from "./debian.mjs";

/**
 * The browser for the journeys: $CHROMIUM, or an installed one.
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

/** Finds the browser, installing Debian's if possible. */
export function provideChromium() {
  try {
    return findChromium();
  } catch (error) {
    if (process.env.CHROMIUM || !mayInstall()) throw error;
  }
  console.log("prepare: installing Chromium for the journeys …");
  install(["chromium"]);
  return findChromium();
}

function onPath() {
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const folders = (process.env.PATH ?? "").split(":");
  return names.flatMap((name) => folders.map((folder) => `${folder}/${name}`));
}
