import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { ROOT } from "./run.mjs";

/** OWASP ASVS 5.0.0: the level of each requirement, by section in its order. */
const SECTIONS = `1.1:22 1.2:1111122223 1.3:112222222223 1.4:222 1.5:123 2.1:122 2.2:112 2.3:12223 2.4:23 3.1:3 3.2:113
3.3:12223 3.4:11222233 3.5:11122333 3.6:3 3.7:22333 4.1:12233 4.2:23333 4.3:22 4.4:1222 5.1:2 5.2:112333 5.3:113 5.4:222
6.1:122 6.2:111111112222 6.3:11223333 6.4:112233 6.5:22222333 6.6:2223 6.7:33 6.8:2222 7.1:222 7.2:1111 7.3:22 7.4:11222
7.5:223 7.6:22 8.1:1233 8.2:1123 8.3:133 8.4:23 9.1:111 9.2:1222 10.1:22 10.2:223 10.3:22223 10.4:1111122222233333
10.5:22222 10.6:22 10.7:222 11.1:2233 11.2:22233 11.3:11233 11.4:1222 11.5:23 11.6:23 11.7:33 12.1:12233 12.2:11
12.3:22223 13.1:2333 13.2:222223 13.3:2233 13.4:1222233 14.1:22 14.2:12223333 14.3:122 15.1:12233 15.2:12233
15.3:1222222 15.4:3333 16.1:2 16.2:22222 16.3:2222 16.4:222 16.5:2223 17.1:23 17.2:22223333 17.3:22`;
/** The requirements of levels 1 and 2, as `id level`. */
export const WANTED = SECTIONS.split(/\s+/).flatMap((section) => {
  const [of = "", levels = ""] = section.split(":");
  return [...levels].flatMap((level, n) => (level === "3" ? [] : [`${of}.${n + 1} ${level}`]));
});

const HOW = ["test", "design", "operator", "not met", "does not apply"] as const;
export type Row = { id: string; level: string; about: string; how: string; file: string; test: string; note: string };
export const readTable = (): Row[] => parse(readFileSync(join(ROOT, "docs/asvs.csv")), { columns: true });

const slug = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");
export const hasHeading = (text: string, anchor: string): boolean =>
  [...text.matchAll(/^#+ (.+)$/gm)].some(([, heading = ""]) => slug(heading) === anchor);
/** Whether a test file calls something with `title` as its first of several arguments, as `test` and `describe` are. */
const hasTest = (text: string, title: string) =>
  ['"', "'", "`"].some((mark) => {
    const at = `${mark}${title}${mark},`;
    return text.split(at).some((before, n, parts) => n < parts.length - 1 && /\(\s*$/.test(before));
  });

/** What is wrong with a row, if anything. */
function faultOf({ id, about, how, file, test, note }: Row): string | null {
  if (!about) return `${id}: says nothing of what it is about`;
  if (!(HOW as readonly string[]).includes(how)) return `${id}: "${how}" is none of ${HOW.join(", ")}`;
  if (how === "does not apply" || how === "not met" || how === "operator") if (!note) return `${id}: says no reason`;
  if (how === "does not apply") return file || test ? `${id}: does not apply, and names a file` : null;
  const [path = "", anchor] = file.split("#");
  if (!path || !existsSync(join(ROOT, path))) return `${id}: there is no file ${path}`;
  const text = readFileSync(join(ROOT, path), "utf8");
  if (anchor !== undefined && !hasHeading(text, anchor)) return `${id}: ${path} has no heading #${anchor}`;
  if ((how === "test") !== (test !== "")) return `${id}: a test is named, or not, other than it is met`;
  if (test && !(/\.test\.tsx?$/.test(path) && hasTest(text, test))) return `${id}: ${path} has no test "${test}"`;
  return null;
}

/** All that is wrong with the table: a requirement missing, twice or unknown, a test or file that is not there. */
export function faultsOf(rows: readonly Row[]): string[] {
  const given = rows.map(({ id, level }) => `${id} ${level}`);
  return [
    ...WANTED.filter((one) => !given.includes(one)).map((one) => `${one}: missing`),
    ...given
      .filter((one, n) => !WANTED.includes(one) || given.indexOf(one) < n)
      .map((one) => `${one}: not of the list`),
    ...rows.flatMap((row) => faultOf(row) ?? []),
  ];
}

const CHAPTERS =
  "Encoding,Validation and business logic,Web frontend,API,Files,Authentication,Sessions,Authorization,Self-contained tokens,OAuth and OIDC,Cryptography,Communication,Configuration,Data protection,Coding and architecture,Logging and errors,WebRTC".split(
    ",",
  );
const chapterOf = ({ id }: Row) => Number(id.split(".")[0]);
const cell = (text: string) => text.replaceAll("|", "\\|");

/** Where a row is met: a link to the file, with the test's name. */
function whereOf({ file, test }: Row): string {
  if (!file) return "";
  const label = file.replace(/^(apps|packages)\/(\w+)\/src\//, "$2/");
  return `[${label}](${file.startsWith("docs/") ? file.slice(5) : `../${file}`})${test ? `: “${test}”` : ""}`;
}

/** The table as a page. Neighbours that do not apply for one reason are one row. */
export function pageOf(rows: readonly Row[]): string {
  const lines = CHAPTERS.flatMap((name, n) => {
    const own = rows.filter((row) => chapterOf(row) === n + 1);
    const groups: Row[][] = [];
    for (const row of own) {
      const last = groups.at(-1);
      const isSame = row.how === "does not apply" && last?.[0]?.how === row.how && last[0].note === row.note;
      if (isSame) last.push(row);
      else groups.push([row]);
    }
    return [
      `| **V${n + 1}** | **${name}** | | |`,
      ...groups.map((group) => {
        const [first] = group as [Row];
        const ids = group.length > 1 ? `${first.id}–${group.at(-1)?.id}` : first.id;
        const where = [whereOf(first), first.note].filter(Boolean).join("; ");
        return `| ${ids} | ${cell(first.about)} | ${first.how} | ${cell(where)} |`;
      }),
    ];
  });
  const count = (how: string) => rows.filter((row) => row.how === how).length;
  const applying = rows.length - count("does not apply");
  return `# OWASP ASVS 5.0.0, level 2

Where each of the ${rows.length} requirements of levels 1 and 2 is met. Of ${applying} that apply, ${count("test")} are held by a test, ${count("design")} by design, ${count("operator")} are left to the operator, and ${count("not met")} are not met, each with the reason; ${count("does not apply")} do not apply. The numbers are those of the [standard](https://github.com/OWASP/ASVS/tree/v5.0.0/5.0) (CC BY-SA 4.0), where its words stand; what is said of a requirement here is ours, in a few words, and was judged by us alone.

Made from [asvs.csv](asvs.csv) by \`npx tsx scripts/asvs.ts\`; a test refuses a requirement that is left out, and a file, heading or test that is not there.

| | about | met by | where, why |
|---|---|---|---|
${lines.join("\n")}
`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(join(ROOT, "docs/asvs.md"), pageOf(readTable()));
