import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "../src/root.ts";
import { drills } from "./all.ts";
import { openPlace } from "./place.ts";
import { bundled, unpacked } from "./product.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { package: { type: "string" }, short: { type: "boolean", default: false } },
});
const product = values.package ? unpacked(values.package) : bundled(join(ROOT, "apps/api/dist"));
const place = await openPlace(product, !values.short);
try {
  for (const drill of drills.filter(({ id }) => positionals.length === 0 || positionals.includes(id))) {
    const began = performance.now();
    console.log(`${drill.id} ${drill.what} …`);
    try {
      console.log(`  ${await drill.run(place)}`);
    } catch (error) {
      process.exitCode = 1;
      console.log(error);
    }
    console.log(`  ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
} finally {
  place.remove();
}
