import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ROOT } from "./run.mjs";

const MODULES = join(ROOT, "node_modules");
const STAMP = join(MODULES, ".moc2030-install");
const LOCK = join(ROOT, "var", "install.lock");
const ADDON = join(MODULES, "better-sqlite3", "build", "Release", "better_sqlite3.node");

class Stop extends Error {}

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
  const release = lockInstallation();
  try {
    // Another process may have installed while this one waited for the lock.
    if (readIfThere(STAMP) === wanted) return;
    if (!isInstalled()) {
      say("installing packages …");
      npm(
        ["ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        "Installing packages failed; the lines above say why.",
      );
    }
    provideAddon();
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

/** Reuses SQLite's addon from a cache outside node_modules: compiling it takes more than a minute. */
function provideAddon() {
  const { version } = JSON.parse(readFileSync(join(MODULES, "better-sqlite3", "package.json"), "utf8"));
  const { platform, arch, versions } = process;
  const home = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  const cached = join(home, "moc2030", `better-sqlite3-${version}-${versions.modules}-${platform}-${arch}.node`);

  if (!loads(ADDON)) {
    if (loads(cached)) {
      replace(cached, ADDON);
    } else {
      say("building SQLite's addon (a minute or two, once) …");
      npm(
        ["rebuild", "better-sqlite3"],
        "Building better-sqlite3 failed. It needs python3, make and a C++ compiler (Debian: apt-get install python3 make g++).",
        // Newer npm versions run install scripts only on request.
        { ...nodeHeaders(), npm_config_dangerously_allow_all_scripts: "true" },
      );
      if (!loads(ADDON))
        throw new Stop("better-sqlite3 was built but does not load; delete node_modules and try again.");
    }
  }
  if (!existsSync(cached) || !loads(cached)) {
    try {
      replace(ADDON, cached);
    } catch (error) {
      say(`could not keep a copy of SQLite's addon (${error}); the next installation builds it again`);
    }
  }
}

/**
 * Use the headers of the Node installation; node-gyp would download them.
 * @returns {Record<string, string>}
 */
function nodeHeaders() {
  const prefix = resolve(dirname(process.execPath), "..");
  return existsSync(join(prefix, "include", "node", "node_api.h")) ? { npm_config_nodedir: prefix } : {};
}

/**
 * In a child process, because a damaged addon crashes the process that loads it.
 * @param {string} addon
 */
function loads(addon) {
  if (!existsSync(addon)) return false;
  const script = `new (require("better-sqlite3"))(":memory:", { nativeBinding: process.argv[1] }).prepare("SELECT 1").get()`;
  return spawnSync(process.execPath, ["-e", script, addon], { cwd: ROOT, stdio: "ignore" }).status === 0;
}

/**
 * @param {string} from
 * @param {string} to
 */
function replace(from, to) {
  const temporary = `${to}.${process.pid}`;
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, temporary);
  renameSync(temporary, to);
}

/** @returns {() => void} releases the lock */
function lockInstallation() {
  mkdirSync(dirname(LOCK), { recursive: true, mode: 0o700 });
  const mine = `${LOCK}.${process.pid}`;
  for (let waited = 0; ; waited += 1) {
    // link() is atomic, so a lock always has its owner's pid.
    writeFileSync(mine, String(process.pid));
    try {
      linkSync(mine, LOCK);
      return () => rmSync(LOCK, { force: true });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    } finally {
      rmSync(mine, { force: true });
    }
    if (!isRunning(Number(readIfThere(LOCK)))) {
      rmSync(LOCK, { force: true });
      continue;
    }
    if (waited === 0) say("waiting for another installation to finish …");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/**
 * @param {string[]} args
 * @param {string} whenFailed
 * @param {Record<string, string>} [env]
 */
function npm(args, whenFailed, env = {}) {
  const script = process.env.npm_execpath;
  const [program, before] = script?.endsWith("npm-cli.js") ? [process.execPath, [script]] : ["npm", []];
  try {
    execFileSync(program, [...before, ...args], { cwd: ROOT, stdio: "inherit", env: { ...env, ...process.env } });
  } catch {
    throw new Stop(whenFailed);
  }
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
