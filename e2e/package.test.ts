import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ended, STARTED, STOPPED, useUnpacked } from "./unpacked.ts";

const unpacked = useUnpacked();
const inTree = (path: string) => readFileSync(join(unpacked.tree(), path), "utf8");
const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

describe("the package", () => {
  test("names every file but the list itself with its hash, and each is as listed", async () => {
    const listed = inTree("SHA256SUMS")
      .trim()
      .split("\n")
      .map((line) => line.slice(66));
    expect(listed.sort()).toEqual(
      filesOf(unpacked.tree())
        .filter((name) => name !== "SHA256SUMS")
        .sort(),
    );
    const { code, output } = await ended("sh", ["-c", `cd ${unpacked.tree()} && sha256sum -c --quiet SHA256SUMS`]);
    expect([code, output]).toEqual([0, ""]);
  });
  test("holds nothing that only development needs", () => {
    const files = filesOf(unpacked.tree());
    expect(files.filter((name) => /\.test\.|\.fixture\.|\.tsx?$|(^|\/)\.(inputs|packages|git)/.test(name))).toEqual([]);
    expect(files.filter((name) => /\.node$|^bin\//.test(name)).length).toBe(4);
  });
  test("lists in its SBOM exactly the parts that ship, each with its licence", () => {
    const sbom = JSON.parse(inTree("sbom.cdx.json"));
    expect([sbom.bomFormat, sbom.metadata.component.version]).toEqual(["CycloneDX", "0.1.0"]);
    const refs = sbom.components.map((one: { "bom-ref": string }) => one["bom-ref"]) as string[];
    const parts = refs.filter((ref) => !ref.startsWith("@moc2030/"));
    const licences = readdirSync(join(unpacked.tree(), "licences"));
    const named = (ref: string) => `${ref.replace("/", "+").replace(/@([^@]+)$/, "-$1")}.txt`;
    // The public domain has no licence.
    expect(licences.sort()).toEqual(
      parts
        .filter((ref) => !ref.startsWith("sqlite@"))
        .map(named)
        .sort(),
    );
    for (const name of licences) expect(inTree(`licences/${name}`).length).toBeGreaterThan(400);
    const listed = new Set(parts.map((ref) => ref.replace(/@[^@]+$/, "")));
    // What the source maps of the server and the folders say.
    const found = new Set<string>();
    for (const map of filesOf(join(unpacked.tree(), "apps/api/dist")).filter((name) => name.endsWith(".map")))
      for (const source of JSON.parse(inTree(`apps/api/dist/${map}`)).sources as string[]) {
        const name = /.*node_modules\/((@[^/]+\/)?[^/]+)/.exec(source)?.[1];
        // A package's own map may name its sources beside itself.
        if (name && name !== "src") found.add(name);
      }
    for (const file of filesOf(join(unpacked.tree(), "node_modules")))
      found.add(/^(@[^/]+\/)?[^/]+/.exec(file)?.[0] as string);
    expect(found.size).toBeGreaterThan(30);
    expect([...found].filter((name) => !listed.has(name))).toEqual([]);
    // Needed to install and to build only.
    for (const name of ["prebuild-install", "tar-fs", "vite", "@types/d3-array"]) expect(listed).not.toContain(name);
    for (const name of ["node", "sqlite", "react-dom", "zod", "tailwindcss"]) expect(listed).toContain(name);
  });
});

test("its SQLite survives that many of its objects are collected", async () => {
  const script = `const db = new (require("better-sqlite3"))(":memory:"); for (let i = 0; i < 30000; i++) db.prepare("SELECT 1").get();`;
  expect(await ended("sh", ["-c", `cd ${unpacked.tree()} && bin/node -e '${script}'`])).toEqual({
    code: 0,
    output: "",
  });
});

test("runs for another account with neither network, Node nor a tree that can be written, and ends with 0", async () => {
  const data = unpacked.dataFolder("data");
  const { code, output } = await unpacked.bare(
    `
    $as_user sh -c "! command -v node && ! true >x"
    ! curl -s http://192.0.2.1/
    ${STARTED}
    for path in / /indicators/GII_RANK /api/v1/docs /api/v1/indicators/GII_RANK/chart.png /staff; do
      curl -s -o ${unpacked.folder}/answer -w "%{http_code} %{content_type} $path\\n" http://127.0.0.1:2289$path
    done
    $as_user ./moc2030 staff:add --email an@example.vn --name An --role administrator
    $as_user ./moc2030 backup ${data}/backup
    $as_user ./moc2030 verify
    ${STOPPED}`,
    { DATABASE_FILE: `${data}/moc2030.sqlite` },
  );
  expect([code, output]).toEqual([0, expect.stringContaining(`${unpacked.tree()}/moc2030 staff:add`)]);
  expect(output).toContain("200 text/html; charset=UTF-8 /\n");
  expect(output).toContain("200 image/png");
  expect(output.match(/^200 /gm)).toHaveLength(5);
  expect(output).toMatch(/http:\/\/127.0.0.1:2289\/set-up#\S+/);
  expect(readdirSync(join(data, "backup"))).toEqual([
    "SHA256SUMS",
    "evidence",
    "moc2030.sqlite",
    "staff.secret",
    "staff.sqlite",
  ]);
});

test("reads the settings of an installation as its service does, and what is given by hand before them", async () => {
  const add = (name: string) => `./moc2030 staff:add --email ${name}@example.vn --name ${name} --role administrator`;
  const { code, output } = await unpacked.bare(`
    for folder in /etc /var/lib; do mount -t tmpfs none $folder; mkdir $folder/moc2030; done
    chown 65534:65534 /var/lib/moc2030 2>/dev/null || :
    cat >/etc/moc2030/moc2030.env <<'END'
# PORT=1
PORT=2291
OWNER_NAME="Bộ Khoa học và Công nghệ"
STAFF_SECRET=quote'and # of thirty-two characters
DATABASE_FILE=/var/lib/moc2030/own.sqlite
END
    $as_user ${add("an")}
    $as_user PORT=2292 ${add("binh")}
    ls /var/lib/moc2030`);
  expect([code, output]).toEqual([0, expect.stringContaining("http://127.0.0.1:2291/set-up#")]);
  expect(output).toContain("http://127.0.0.1:2292/set-up#");
  expect(output).toMatch(/\nown\.sqlite\n[\s\S]*staff\.sqlite/);
  expect(output).not.toContain("staff.secret");
});

test("an installation whose folder of the data is missing begins none elsewhere, and says how to make it", async () => {
  const { code, output } = await unpacked.bare(`
    for folder in /etc /var/lib; do mount -t tmpfs none $folder; done
    mkdir /etc/moc2030 ${unpacked.dataFolder("home")}/backup
    echo OWNER_NAME=A >/etc/moc2030/moc2030.env
    try() { $as_user HOME=${unpacked.folder}/home "$@" && echo "ended with 0" || echo "ended with $?"; }
    try ./moc2030 restore ${unpacked.folder}/home/backup
    try ./moc2030 start
    try ./moc2030 help
    ls -A ${unpacked.folder}/home
    try DATABASE_FILE=${unpacked.folder}/home/own.sqlite ./moc2030 migrate
    echo DATABASE_FILE=${unpacked.folder}/home/own.sqlite >>/etc/moc2030/moc2030.env
    try ./moc2030 verify`);
  const refused = /is there, but not the folder of the data[^\n]*\n *(install -d [^\n]*)\n/g;
  expect([code, [...output.matchAll(refused)].map(([, make]) => make)]).toEqual([
    0,
    Array(2).fill("install -d -o moc2030 -g moc2030 -m 700 /var/lib/moc2030"),
  ]);
  expect(output.match(/ended with \d/g)?.join()).toBe(
    "ended with 1,ended with 1,ended with 0,ended with 0,ended with 0",
  );
  expect(output).toContain("\nended with 0\nbackup\n");
});

test.runIf(process.getuid?.() === 0)(
  "a command of an account that may not names it, and whose it should be",
  async () => {
    const kept = `${unpacked.folder}/kept`;
    const { code, output } = await unpacked.bare(`
    mount -t tmpfs none /var/lib
    install -d -m 700 /var/lib/moc2030
    mkdir ${kept}
    echo figures >${kept}/moc2030.sqlite
    (cd ${kept} && sha256sum moc2030.sqlite >SHA256SUMS)
    chmod 755 ${kept}
    for line in migrate verify "backup ${kept}/new" "restore ${kept}"; do
      if $as_user ./moc2030 $line; then exit 9; fi
    done`);
    expect([code, output.trim().split("\n")]).toEqual([
      0,
      Array(4).fill(
        expect.stringMatching(
          /^E[A-Z]+: .*; this ran as user nobody: run it as root or as moc2030, the account of the data$/,
        ),
      ),
    ]);
  },
);
