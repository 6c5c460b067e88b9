import { prepare } from "./prepare.mjs";
import { bin, run } from "./run.mjs";

prepare();

// Biome colours its lines even when they go to a file.
const plain = process.stdout.isTTY ? [] : ["--colors=off"];

/** @type {[string, string[]][]} */
const steps = [
  ["format and lint", [bin("biome"), "ci", "--error-on-warnings", ...plain]],
  ["types", [bin("tsc")]],
  ["dead code and dependencies", [bin("knip")]],
  ["import borders", [bin("tsx"), "scripts/borders.ts"]],
  ["fast tests", [bin("vitest"), "run", "--project", "!e2e"]],
];

for (const [name, [program = "", ...args]] of steps) {
  console.log(`check: ${name} …`);
  const began = performance.now();
  const passed = await run(program, args);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (!passed) {
    console.error(`check: ${name} FAILED after ${seconds} s`);
    process.exit(1);
  }
  console.log(`check: ${name} ok in ${seconds} s`);
}
