import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as zlib from "node:zlib";
import { prepare } from "./prepare.mjs";
import { ROOT } from "./run.mjs";

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

/** Builds the pages and the server, each only if its inputs have changed. */
export async function build() {
  await buildWhenChanged("apps/web", "index.html", buildWeb);
  await buildWhenChanged("apps/api", "server.js", buildApi);
}

/** @param {string} into */
async function buildWeb(into) {
  const { NODE_ENV } = process.env;
  try {
    await buildPages(into);
  } finally {
    // Vite sets NODE_ENV=production; tests started next need React's development build.
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

/** @param {string} into */
async function buildPages(into) {
  const vite = await import("vite");
  // The reset and the fonts of the styles, which no list of modules names.
  const modules = new Set(["node_modules/tailwindcss/", "node_modules/@fontsource/be-vietnam-pro/"]);
  /** @type {import("vite").Plugin} */
  const collect = {
    name: "moc2030-modules",
    generateBundle() {
      for (const id of this.getModuleIds()) modules.add(id);
    },
  };
  const build = (/** @type {import("vite").BuildOptions} */ options, mode = "production") =>
    vite.build({ root: join(ROOT, "apps/web"), mode, logLevel: "warn", plugins: [collect], build: options });
  await build({ outDir: into, emptyOutDir: true });
  for (const mode of ["islands", "explorer"]) await build({ outDir: into, emptyOutDir: false }, mode);
  await compressAll(into);
  // Server bundles of pages and charts; beside the public files, but not among them.
  await build({ ssr: true, outDir: join(into, "server"), emptyOutDir: true });
  listPackages(into, modules);
}

/** @param {string} into */
async function buildApi(into) {
  const esbuild = await import("esbuild");
  const { metafile } = await esbuild.build({
    absWorkingDir: join(ROOT, "apps/api"),
    entryPoints: {
      server: "src/server.ts",
      cli: "src/cli.ts",
      "workbook-worker": "src/submissions/import/workbook-worker.ts",
    },
    outdir: into,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: ["better-sqlite3", "@node-rs/argon2", "@resvg/resvg-js"],
    sourcemap: "linked",
    sourcesContent: false,
    // Bundled CommonJS packages require() Node's modules.
    banner: {
      js: 'import { createRequire as _createRequire } from "node:module"; const require = _createRequire(import.meta.url);',
    },
    logLevel: "warning",
    metafile: true,
  });
  listPackages(into, Object.keys(metafile.inputs));
}

/**
 * Writes the folders of the packages that a build has taken something from: those that it has to name.
 * @param {string} into
 * @param {Iterable<string>} modules
 */
function listPackages(into, modules) {
  const folders = [...modules].map((id) => /(?<=^|\/)(node_modules\/.*)?node_modules\/(@[^/]+\/)?[^/]+/.exec(id)?.[0]);
  writeFileSync(join(into, ".packages"), `${[...new Set(folders.filter(Boolean))].sort().join("\n")}\n`);
}

/**
 * @param {string} workspace
 * @param {string} product a file that every complete build has
 * @param {(into: string) => Promise<void>} make
 */
async function buildWhenChanged(workspace, product, make) {
  const out = join(ROOT, workspace, "dist");
  const stamp = join(out, ".inputs");
  const wanted = hashOf([workspace, "packages/shared", "scripts/build.mjs", "package-lock.json", "tsconfig.json"]);
  if (existsSync(join(out, product)) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;

  console.log(`build: ${workspace} …`);
  const began = performance.now();
  // Renamed to dist when complete, so that a running server never sees half a build.
  const fresh = `${out}.${process.pid}`;
  try {
    await make(fresh);
    writeFileSync(join(fresh, ".inputs"), wanted);
    rmSync(out, { recursive: true, force: true });
    renameSync(fresh, out);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  console.log(`build: ${workspace} done in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

/** @param {string[]} inputs files and folders, relative to the root */
export function hashOf(inputs) {
  const hash = createHash("sha256");
  for (const file of inputs.flatMap(filesUnder).sort()) {
    hash.update(`${file}\0`).update(
      createHash("sha256")
        .update(readFileSync(join(ROOT, file)))
        .digest(),
    );
  }
  return hash.digest("hex");
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (statSync(join(ROOT, path)).isFile()) return [path];
  return readdirSync(join(ROOT, path), { withFileTypes: true }).flatMap((entry) => {
    const child = `${path}/${entry.name}`;
    if (/^(node_modules|dist(\..*)?|drizzle|bench|drills|__snapshots__)$|\.test\.tsx?$/.test(entry.name)) return [];
    return filesUnder(child);
  });
}

/**
 * Adds .br and .gz variants where they are smaller.
 * @param {string} folder
 */
async function compressAll(folder) {
  const options = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } };
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  await Promise.all(
    files
      .filter((file) => /\.(js|css|html|svg|json)$/.test(file))
      .map(async (file) => {
        const path = join(folder, file);
        const body = await readFile(path);
        const [br, gz] = await Promise.all([brotli(body, options), gzip(body, { level: 9 })]);
        if (br.length < body.length) await writeFile(`${path}.br`, br);
        if (gz.length < body.length) await writeFile(`${path}.gz`, gz);
      }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  prepare();
  await build();
}
