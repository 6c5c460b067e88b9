import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./run.mjs";

/** @typedef {{ "bom-ref": string, properties?: { name: string, value: string }[] }} Component */

/** @param {Component} component */
const isForProduction = ({ properties = [] }) =>
  !properties.some(({ name, value }) => name === "cdx:npm:package:development" && value === "true");

/**
 * The installed packages that the server and its pages are made of, as CycloneDX. Not by `--omit dev`: npm then leaves
 * out what is also a development dependency of something, such as zod and react.
 * @param {(component: Component) => boolean} [ships]
 */
export function sbom(ships = isForProduction) {
  const args = ["sbom", "--sbom-format", "cyclonedx", "--sbom-type", "application"];
  const whole = JSON.parse(execFileSync("npm", args, { cwd: ROOT, encoding: "utf8", maxBuffer: 2 ** 26 }));
  /** @type {Component[]} */
  const components = whole.components.filter(ships);
  // npm takes the name of the folder.
  const { name } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const component = { ...whole.metadata.component, name };
  const known = new Set([component["bom-ref"], ...components.map((one) => one["bom-ref"])]);
  /** @type {{ ref: string, dependsOn: string[] }[]} */
  const dependencies = whole.dependencies
    .filter((/** @type {{ ref: string }} */ { ref }) => known.has(ref))
    .map((/** @type {{ ref: string, dependsOn: string[] }} */ one) => ({
      ...one,
      dependsOn: one.dependsOn.filter((ref) => known.has(ref)),
    }));
  return { ...whole, metadata: { ...whole.metadata, component }, components, dependencies };
}

if (process.argv[1] === import.meta.filename) {
  const text = `${JSON.stringify(sbom(), null, 2)}\n`;
  const [, , file] = process.argv;
  if (file) writeFileSync(file, text);
  else process.stdout.write(text);
}
