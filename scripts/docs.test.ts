import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Lists of what a program was changed into repeat themselves rightly. */
const LISTS = ["docs/quality.md"];
/** As many characters at the start of a line tell paragraphs and rows apart. */
const START = 40;

test("no paragraph or row of a document stands in it twice, as two merged versions of one would", () => {
  const files = execFileSync("git", ["ls-files", "*.md"], { encoding: "utf8" }).split("\n").filter(Boolean);
  expect(files).toContain("docs/operating.md");
  const twice = files
    .filter((file) => !LISTS.includes(file))
    .flatMap((file) => {
      const starts = readFileSync(file, "utf8")
        .split("\n")
        .filter(({ length }) => length > START)
        .map((line) => line.slice(0, START));
      return starts.filter((start, n) => starts.indexOf(start) < n).map((start) => `${file}: ${start}`);
    });
  expect(twice).toEqual([]);
});
