import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs a program to its end with this terminal, passing a signal to stop on to it.
 * @param {string} program
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @param {(part: string) => void} [heard] what it says, where the options give it pipes
 * @returns {Promise<boolean>} whether it ended well
 */
export function run(program, args, options = {}, heard = () => {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: "inherit", ...options });
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", heard);
    const stop = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on("SIGINT", stop).on("SIGTERM", stop);
    const done = () => process.off("SIGINT", stop).off("SIGTERM", stop);
    child.once("error", (error) => {
      done();
      reject(error);
    });
    child.once("close", (code) => {
      done();
      resolve(code === 0);
    });
  });
}

/**
 * The file behind a command of an installed package.
 * @param {string} name
 */
export function bin(name) {
  return fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url));
}
