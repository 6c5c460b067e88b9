import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./run.mjs";
import { sbom } from "./sbom.mjs";

/** The Node that ships: the newest 24 LTS of npm's copy of Node's own builds. */
export const NODE = {
  version: "24.21.0",
  integrity: "sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==",
};

/**
 * Packages that run as they were installed, with what is needed of them; all others are inside the two builds.
 * @type {Record<string, string[]>}
 */
export const INSTALLED = {
  "better-sqlite3": ["lib", "build/Release/better_sqlite3.node"],
  bindings: ["bindings.js"],
  "file-uri-to-path": ["index.js"],
  "@node-rs/argon2": ["index.js"],
  "@node-rs/argon2-linux-x64-gnu": ["argon2.linux-x64-gnu.node"],
  "@resvg/resvg-js": ["index.js", "js-binding.js"],
  "@resvg/resvg-js-linux-x64-gnu": ["resvgjs.linux-x64-gnu.node"],
  "swagger-ui-dist": ["swagger-ui.css", "swagger-ui-bundle.js", "swagger-ui-bundle.js.LICENSE.txt"],
  "@expo-google-fonts/be-vietnam-pro": [
    "400Regular/BeVietnamPro_400Regular.ttf",
    "600SemiBold/BeVietnamPro_600SemiBold.ttf",
  ],
};

/** @typedef {{ name: string, version: string, folder: string }} Part */

/**
 * What ships of others, by name; the applications have to be built.
 * @returns {Part[]}
 */
export function shippedParts() {
  const bundled = ["api", "web"].flatMap((app) =>
    readFileSync(join(ROOT, "apps", app, "dist/.packages"), "utf8").split("\n"),
  );
  const folders = [...bundled.filter(Boolean), ...Object.keys(INSTALLED).map((name) => `node_modules/${name}`)];
  return [...new Set(folders)].sort().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8"));
    return { name, version, folder };
  });
}

/**
 * The licence of a part: its own files, else those of the package that it is the native half of, else ours of it.
 * @param {Part} part
 */
export function licenceOf({ name, folder }) {
  for (const place of [folder, folder.replace("-linux-x64-gnu", "")]) {
    const files = readdirSync(join(ROOT, place)).filter((file) => /^(licen[sc]e|copying|notice)/i.test(file));
    if (files.length > 0) return files.map((file) => readFileSync(join(ROOT, place, file), "utf8")).join("\n\n");
  }
  const kept = join(ROOT, "scripts/licences", `${name.replace("/", "+")}.txt`);
  if (existsSync(kept)) return readFileSync(kept, "utf8");
  throw new Error(`${name} comes without the text of its licence: put it into ${kept}`);
}

/** As `npm run sbom`, of what ships alone; without the time and number that would make each one differ. */
export function shippedSbom() {
  const parts = new Set(shippedParts().map(({ name, version }) => `${name}@${version}`));
  const ships = (/** @type {string} */ ref) => ref.startsWith("@moc2030/") || parts.has(ref);
  const { serialNumber: _, metadata, components, ...rest } = sbom((one) => ships(one["bom-ref"]));
  const others = [program("node", NODE.version, { id: "MIT" }), program("sqlite", sqlite(), { name: "Public Domain" })];
  return { ...rest, metadata: { component: metadata.component }, components: [...components, ...others] };
}

/**
 * A component that is no package of npm.
 * @param {string} name
 * @param {string} version
 * @param {object} license
 */
function program(name, version, license) {
  const id = { "bom-ref": `${name}@${version}`, purl: `pkg:generic/${name}@${version}` };
  return { ...id, type: "library", name, version, licenses: [{ license }] };
}

/** The version of the SQLite inside better-sqlite3. */
function sqlite() {
  const header = readFileSync(join(ROOT, "node_modules/better-sqlite3/deps/sqlite3/sqlite3.h"), "utf8");
  return /#define SQLITE_VERSION +"([^"]+)"/.exec(header)?.[1] ?? "";
}
