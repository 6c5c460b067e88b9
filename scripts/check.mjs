import { prepare } from "./prepare.mjs";
import { bin, run } from "./run.mjs";

prepare();

const { isTTY = false } = process.stdout;
/** @type {import("node:child_process").SpawnOptions} piped output keeps its colours on a terminal */
const piped = { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...(isTTY && { FORCE_COLOR: "1" }) } };
// More checkers would repeat most of the work; unchanged files are skipped.
const types = ["--checkers", "1", "--incremental", "--tsBuildInfoFile", "node_modules/.cache/tsc.tsbuildinfo"];

console.log("check: format and lint, types, dead code and dependencies, import borders …");
const checks = [
  step("format and lint", [bin("biome"), "ci", "--error-on-warnings", `--colors=${isTTY ? "force" : "off"}`], piped),
  step("types", [bin("tsc"), "--pretty", `${isTTY}`, ...types], piped),
  step("dead code and dependencies", [bin("knip")], piped),
  step("import borders", [bin("tsx"), "scripts/borders.ts"], piped),
];
let passed = true;
for (const check of checks) passed = report(await check) && passed;
if (passed) {
  console.log("check: fast tests …");
  passed = report(await step("fast tests", [bin("vitest"), "run", "--project", "!e2e"]));
}
process.exitCode = passed ? 0 : 1;

/**
 * Runs a step and captures its output.
 * @param {string} name
 * @param {string[]} command
 * @param {import("node:child_process").SpawnOptions} [options]
 */
async function step(name, [program = "", ...args], options) {
  const began = performance.now();
  let output = "";
  const passed = await run(program, args, options, (part) => {
    output += part;
  });
  return { name, passed, output, seconds: ((performance.now() - began) / 1000).toFixed(1) };
}

/**
 * Prints the output and result of a step.
 * @param {Awaited<ReturnType<typeof step>>} step
 */
function report({ name, passed, output, seconds }) {
  process.stdout.write(output);
  if (passed) console.log(`check: ${name} ok in ${seconds} s`);
  else console.error(`check: ${name} FAILED after ${seconds} s`);
  return passed;
}
