import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { hasHeading } from "./asvs.ts";

/** Lists of what a program was changed into: they repeat themselves rightly, and what looks like a link is code. */
const LISTS = ["docs/quality.md"];
/** As many characters at the start of a line tell paragraphs and rows apart. */
const START = 40;

const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" })
  .split("\n")
  .filter(Boolean);
const documents = tracked.filter((file) => file.endsWith(".md") && !LISTS.includes(file));

/** The links of a document within the repository that lead to no file, or to no heading of one. */
function deadLinks(file: string, text = readFileSync(file, "utf8")): string[] {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
  return links.filter((link) => {
    // Addresses elsewhere, and of a running server.
    if (/^([a-z]+:|\/)/.test(link)) return false;
    const [path = "", anchor] = link.split("#");
    const target = path ? join(dirname(file), path) : file;
    if (!existsSync(target)) return true;
    return anchor !== undefined && target.endsWith(".md") && !hasHeading(readFileSync(target, "utf8"), anchor);
  });
}

test("every link of a document leads to a file, and to a heading of it", () => {
  expect(documents.flatMap((file) => deadLinks(file).map((link) => `${file}: ${link}`))).toEqual([]);
  const text = "[a](no-such.md) [b](README.md#no-such-heading) [c](README.md#for-whom) [d](https://example.vn/x)";
  expect(deadLinks("x.md", text)).toEqual(["no-such.md", "README.md#no-such-heading"]);
});

test("every test that a document names is there", () => {
  const named = documents.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/`([\w./-]+\.test\.tsx?)`/g)].map(([, name = ""]) => [file, name] as const),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(([, name]) => !tracked.some((file) => `/${file}`.endsWith(`/${name}`)))).toEqual([]);
});

test("no paragraph or row of a document stands in it twice, as two merged versions of one would", () => {
  expect(documents).toContain("docs/operating.md");
  const twice = documents.flatMap((file) => {
    const starts = readFileSync(file, "utf8")
      .split("\n")
      .filter(({ length }) => length > START)
      .map((line) => line.slice(0, START));
    return starts.filter((start, n) => starts.indexOf(start) < n).map((start) => `${file}: ${start}`);
  });
  expect(twice).toEqual([]);
});

test("where a document or an alert has a unit's log read, systemd's own lines are not among it", () => {
  const read = [...documents, ...tracked.filter((file) => file.startsWith("deploy/"))]
    .flatMap((file) => readFileSync(file, "utf8").match(/journalctl [^`";\n]*moc2030[^`";\n]*/g) ?? [])
    .filter((command) => !/^journalctl _SYSTEMD_UNIT=moc2030[\w-]*\.service -o cat( -n \d+)?\b/.test(command));
  expect(read).toEqual([]);
  expect(tracked).toContain("deploy/alerts.yaml");
});
