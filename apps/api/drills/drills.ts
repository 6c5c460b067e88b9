import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { machine, watchMachine } from "../bench/machine.ts";
import { ROOT } from "../src/root.ts";
import { drills } from "./all.ts";
import { breaks, buildBroken } from "./broken.ts";
import { type Drill, openPlace, Skipped } from "./place.ts";
import { bundled, type Product, unpacked } from "./product.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { package: { type: "string" }, short: { type: "boolean" }, broken: { type: "boolean" } },
});
const wanted = drills.filter(({ id }) => positionals.length === 0 || positionals.includes(id));
const PAGE = join(ROOT, "docs/drills.md");
const oneLine = (error: unknown) =>
  String((error as Error).message)
    .replace(/\s+/g, " ")
    .slice(0, 200);

/** What a drill found, or how it ended otherwise. */
async function outcome(product: Product, drill: Drill, long: boolean) {
  const place = await openPlace(product, long);
  try {
    return { held: true, said: await drill.run(place) };
  } catch (error) {
    if (error instanceof Skipped) return { held: null, said: `skipped: ${error.message}` };
    return { held: false, said: oneLine(error) };
  } finally {
    place.remove();
  }
}

/** Writes the lines between two marks of the page anew. */
function write(part: string, lines: string[]) {
  const [begin, end] = [`<!-- ${part} -->`, `<!-- /${part} -->`];
  const [before = "", rest = ""] = readFileSync(PAGE, "utf8").split(begin);
  writeFileSync(PAGE, `${before}${begin}\n${lines.join("\n")}\n${end}${rest.split(end)[1] ?? ""}`);
}

const others = watchMachine(() => []);
const rows: string[] = [];
for (const drill of wanted) {
  console.log(`${drill.id}: ${drill.what} …`);
  if (values.broken) {
    const { product, remove } = await buildBroken(drill.id);
    const { held, said } = await outcome(product, drill, breaks[drill.id]?.long ?? false).catch((error) => ({
      held: false,
      said: oneLine(error),
    }));
    remove();
    console.log(held === false ? `  fails, as it has to: ${said}` : `  NOT NOTICED: ${said}`);
    if (held !== false) process.exitCode = 1;
    rows.push(
      `| ${drill.id} | ${breaks[drill.id]?.how} | ${held === false ? "fails" : "**not noticed**"}: ${said.replaceAll("|", "/")} |`,
    );
    continue;
  }
  const product = values.package ? unpacked(values.package) : bundled(join(ROOT, "apps/api/dist"));
  const { held, said } = await outcome(product, drill, !values.short);
  console.log(`  ${held === false ? "FAILS: " : ""}${said}`);
  if (held !== true) process.exitCode = 1;
  rows.push(
    `| ${drill.id} | ${drill.what} | ${drill.passes} | ${held === false ? "**fails**: " : ""}${said.replaceAll("|", "/")} |`,
  );
}
const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: ROOT, encoding: "utf8" }).trim();
const when = `${new Date().toISOString().slice(0, 10)}, commit ${commit}, ${machine()}`;
if (positionals.length === 0 && values.broken)
  write("broken", [`Broken on ${when}.`, "", "| | broken | the drill |", "|---|---|---|", ...rows]);
else if (positionals.length === 0 && !values.short)
  write("drills", [
    `${when}; ${values.package ? "the unpacked package" : "the built server"}. The drills and others together used ${Math.round(others() * 100)} % of the machine.`,
    "",
    "| | what happens | what has to hold | found |",
    "|---|---|---|---|",
    ...rows,
  ]);
