import { prepare } from "./prepare.mjs";
import { bin, run } from "./run.mjs";

prepare();

const { isTTY = false } = process.stdout;
/** @type {import("node:child_process").SpawnOptions} what is said through a pipe is coloured where it ends on a terminal */
const aside = { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...(isTTY && { FORCE_COLOR: "1" }) } };
// More checkers would repeat most of the work; unchanged files are skipped.
const types = ["--checkers", "1", "--incremental", "--tsBuildInfoFile", "node_modules/.cache/tsc.tsbuildinfo"];

console.log("check: format and lint, types, dead code and dependencies, import borders …");
const readings = [
  step("format and lint", [bin("biome"), "ci", "--error-on-warnings", `--colors=${isTTY ? "force" : "off"}`], aside),
  step("types", [bin("tsc"), "--pretty", `${isTTY}`, ...types], aside),
  step("dead code and dependencies", [bin("knip")], aside),
  step("import borders", [bin("tsx"), "scripts/borders.ts"], aside),
];
let passed = true;
for (const reading of readings) passed = tell(await reading) && passed;
if (passed) {
  console.log("check: fast tests …");
  passed = tell(await step("fast tests", [bin("vitest"), "run", "--project", "!e2e"]));
}
process.exitCode = passed ? 0 : 1;

/**
 * Runs a step to its end.
 * @param {string} name
 * @param {string[]} command
 * @param {import("node:child_process").SpawnOptions} [options]
 */
async function step(name, [program = "", ...args], options) {
  const began = performance.now();
  let said = "";
  const passed = await run(program, args, options, (part) => {
    said += part;
  });
  return { name, passed, said, seconds: ((performance.now() - began) / 1000).toFixed(1) };
}

/**
 * Prints what a step said and how it ended.
 * @param {Awaited<ReturnType<typeof step>>} step
 */
function tell({ name, passed, said, seconds }) {
  process.stdout.write(said);
  if (passed) console.log(`check: ${name} ok in ${seconds} s`);
  else console.error(`check: ${name} FAILED after ${seconds} s`);
  return passed;
}
