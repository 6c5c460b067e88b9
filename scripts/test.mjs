import { build } from "./build.mjs";
import { provideChromium } from "./chromium.mjs";
import { prepare } from "./prepare.mjs";
import { bin, run } from "./run.mjs";
import { provideTools } from "./tools.mjs";

const args = process.argv.slice(2);
// `npm test -- --project shared` needs no browser, other programs or build.
const projects = args.flatMap((arg, i) => (arg === "--project" ? [args[i + 1]] : arg.split("--project=").slice(1)));
const withJourneys = projects.length === 0 || projects.some((project) => project?.includes("e2e"));

prepare();
if (withJourneys) {
  try {
    process.env.CHROMIUM = provideChromium();
    provideTools();
  } catch (error) {
    console.error(`test: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
  await build();
}
process.exit((await run(bin("vitest"), ["run", ...args])) ? 0 : 1);
