import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Where what takes long to make or to load is kept between installations. */
export const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "moc2030");
export const OBJECT_WRAP = fileURLToPath(new URL("object-wrap.h", import.meta.url));

/** Why a step of installing or packing failed; `message` is for whoever started it. */
export class Stop extends Error {}

/**
 * Gives better-sqlite3 in `folder`/node_modules an addon for a Node, from a cache where it is there.
 * @param {string} folder
 * @param {string} node the program
 * @param {(message: string) => void} say
 */
export function provideAddon(folder, node, say) {
  const home = join(folder, "node_modules/better-sqlite3");
  const addon = join(home, "build/Release/better_sqlite3.node");
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const abi = execFileSync(node, ["-p", "process.versions.modules"], { encoding: "utf8" }).trim();
  const cached = join(CACHE, `better-sqlite3-${version}-${abi}-${process.platform}-${process.arch}.node`);
  const works = (/** @type {string} */ file) => holds(folder, node, file);

  if (!works(addon)) {
    if (works(cached)) {
      replace(cached, addon);
    } else {
      say("building SQLite's addon (a minute or two, once) …");
      npm(
        ["rebuild", "better-sqlite3"],
        "Building better-sqlite3 failed. It needs python3, make and a C++ compiler (Debian: apt-get install python3 make g++).",
        {
          folder,
          node,
          env: {
            ...nodeHeaders(node),
            CXXFLAGS: `${process.env.CXXFLAGS ?? ""} -include '${OBJECT_WRAP}'`,
            // Newer npm versions run install scripts only on request.
            npm_config_dangerously_allow_all_scripts: "true",
          },
        },
      );
      if (!works(addon))
        throw new Stop("better-sqlite3 was built but does not work; delete node_modules and try again.");
    }
  }
  if (works(cached)) return;
  try {
    replace(addon, cached);
  } catch (error) {
    say(`could not keep a copy of SQLite's addon (${error}); the next installation builds it again`);
  }
}

/**
 * Runs npm in `folder`, with its scripts, by a Node that need not be this one.
 * @param {string[]} args
 * @param {string} whenFailed
 * @param {{ folder: string, node?: string, env?: Record<string, string> }} where
 */
export function npm(args, whenFailed, { folder, node = process.execPath, env = {} }) {
  const script = process.env.npm_execpath;
  const [program, before] = script?.endsWith("npm-cli.js") ? [node, [script]] : ["npm", []];
  const path = [dirname(node), process.env.PATH].join(delimiter);
  try {
    execFileSync(program, [...before, ...args], {
      cwd: folder,
      stdio: "inherit",
      env: { ...process.env, PATH: path, ...env },
    });
  } catch {
    throw new Stop(whenFailed);
  }
}

/**
 * Use the headers of the Node installation; node-gyp would download them.
 * @param {string} node
 * @returns {Record<string, string>}
 */
function nodeHeaders(node) {
  const prefix = resolve(dirname(node), "..");
  return existsSync(join(prefix, "include", "node", "node_api.h")) ? { npm_config_nodedir: prefix } : {};
}

/**
 * Whether an addon runs, and survives that its objects are collected (object-wrap.h). In a child process, which a
 * damaged one crashes.
 * @param {string} folder
 * @param {string} node
 * @param {string} addon
 */
function holds(folder, node, addon) {
  if (!existsSync(addon)) return false;
  const script = `
    const db = new (require("better-sqlite3"))(":memory:", { nativeBinding: process.argv[1] });
    for (let i = 0; i < 30_000; i++) db.prepare("SELECT 1").get();`;
  return spawnSync(node, ["-e", script, addon], { cwd: folder, stdio: "ignore" }).status === 0;
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
