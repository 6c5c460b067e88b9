import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { npm, OBJECT_WRAP, provideAddon, Stop } from "./addon.mjs";
import { lock } from "./lock.mjs";
import { ROOT } from "./run.mjs";

const MODULES = join(ROOT, "node_modules");
const STAMP = join(MODULES, ".moc2030-install");

/** Installs the packages of the lock file unless they are installed. */
export function prepare() {
  try {
    demandNode();
    install();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(`prepare: ${error.message}`);
    process.exit(1);
  }
}

function install() {
  const wanted = installationHash();
  if (readIfThere(STAMP) === wanted) return;
  const release = lock("install", () => say("waiting for another installation to finish …"));
  try {
    // Another process may have installed while this one waited for the lock.
    if (readIfThere(STAMP) === wanted) return;
    if (!isInstalled()) {
      say("installing packages …");
      npm(
        ["ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        "Installing packages failed; the lines above say why.",
        { folder: ROOT },
      );
    }
    provideAddon(ROOT, process.execPath, say);
    writeFileSync(STAMP, wanted);
  } finally {
    release();
  }
}

function demandNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Stop(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
}

function installationHash() {
  const { platform, arch, versions } = process;
  return createHash("sha256")
    .update(readFileSync(join(ROOT, "package-lock.json")))
    .update(readFileSync(OBJECT_WRAP))
    .update([platform, arch, versions.modules].join())
    .digest("hex");
}

/** Whether node_modules matches the lock file, as after a developer's own `npm install`. */
function isInstalled() {
  const installed = packagesOf(join(MODULES, ".package-lock.json"));
  return Object.entries(packagesOf(join(ROOT, "package-lock.json"))).every(([path, { version, link, optional }]) => {
    if (!path.startsWith("node_modules/") || optional) return true;
    if (!existsSync(join(ROOT, path))) return false;
    return link || installed[path]?.version === version;
  });
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, link?: boolean, optional?: boolean }>}
 */
function packagesOf(lockFile) {
  const text = readIfThere(lockFile);
  return text ? JSON.parse(text).packages : {};
}

/** @param {string} file */
function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** @param {string} message */
function say(message) {
  console.log(`prepare: ${message}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) prepare();
