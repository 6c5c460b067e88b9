import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { apiAddresses, type Document, pageAddresses } from "./answers-addresses.ts";
import { bin, ROOT } from "./run.mjs";

const usage = `answers.ts ORIGIN|FILE [--pages] [--out FILE] [--compare FILE]
  asks a server, or one on a copy of a database file, for every address of the API, and with --pages for every page,
  and writes what each answers: status and SHA-256; --compare lists what differs and ends with 1`;

/** Fixed clock, so that the same database gives the same responses on any day. */
const NOW = "2026-11-21T05:00:00Z";

/** Status and SHA-256 of the response, by URL. */
export type Answers = Record<string, string>;

/** Removes what differs between installations: audit heads, and in pages the hashes in file names. */
export const comparable = (text: string): string =>
  text
    .replace(/"auditHead":"[0-9a-f]{64}"/g, '"auditHead":null')
    .replace(/(\/assets\/[\w.-]+)-[\w-]{8}(\.\w+)/g, "$1$2");

/** The response to a URL; `/path Accept` selects a media type. */
async function answerOf(origin: string, address: string): Promise<string> {
  const [path = "", accept = "*/*"] = address.split(" ");
  const request = () => fetch(origin + path, { headers: { accept }, redirect: "manual" });
  // Retry once: a server may close an idle connection just as it is reused.
  const response = await request().catch(request);
  const bytes = Buffer.from(await response.arrayBuffer());
  const isText = /json|text/.test(response.headers.get("content-type") ?? "");
  const hash = createHash("sha256").update(isText ? comparable(bytes.toString("utf8")) : bytes);
  return `${response.status} ${hash.digest("hex")}`;
}

/** Responses of the whole API and, with `pages`, of every page. */
export async function answersOf(origin: string, pages: boolean): Promise<Answers> {
  const read = async (path: string) => (await fetch(`${origin}/api/v1${path}`)).json();
  const codes = {
    code: (await read("/indicators")).items.map((i: { code: string }) => i.code),
    targetId: (await read("/targets")).items.map((t: { id: string }) => t.id),
    bodyId: (await read("/bodies")).items.map((b: { id: string }) => b.id),
    id: (await read("/releases")).items.map((r: { id: number }) => String(r.id)).reverse(),
    document: (await read("/documents")).items.map((d: { id: string }) => d.id),
    compiler: (await read("/compilers")).items.map((c: { code: string }) => c.code),
    group: (await read("/areas")).items
      .filter((a: { kind: string }) => a.kind === "group")
      .map(({ code }: { code: string }) => code),
  };
  const document: Document = await read("/openapi.json");
  const answers: Answers = {};
  for (const address of [...apiAddresses(document, codes), ...(pages ? pageAddresses(codes) : [])])
    answers[address] = await answerOf(origin, address);
  return answers;
}

/** URLs whose responses differ or that only one side has. */
export const differences = (before: Answers, after: Answers): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((address) => before[address] !== after[address])
    .sort()
    .map((address) => `${address}: ${before[address] ?? "not asked"} → ${after[address] ?? "not asked"}`);

/** Runs `work` against a server without pages on a copy of a database file that is not in use. */
async function onCopy<T>(file: string, work: (origin: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "moc2030-answers-"));
  const copy = join(folder, "moc2030.sqlite");
  copyFileSync(file, copy);
  const server = spawn(bin("tsx"), ["apps/api/src/server.fixture.ts", copy, "answers".repeat(10), NOW], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<never>((_, reject) => {
    server.once("error", reject).once("exit", () => reject(new Error("The server ended before it was asked.")));
  });
  ended.catch(() => undefined);
  const listening = new Promise<string>((resolve) => {
    let output = "";
    server.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      const origin = /http:\/\/[\d.:]+/.exec(output.slice(0, output.lastIndexOf("\n")))?.[0];
      if (origin) resolve(origin);
    });
  });
  try {
    return await work(await Promise.race([listening, ended]));
  } finally {
    const gone = server.exitCode === null ? new Promise((resolve) => server.once("exit", resolve)) : undefined;
    server.kill("SIGTERM");
    await gone;
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { pages: { type: "boolean" }, out: { type: "string" }, compare: { type: "string" } },
  });
  const [from] = positionals;
  if (!from) throw new Error(usage);
  const ask = (origin: string) => answersOf(origin, values.pages ?? false);
  const answers = /^https?:/.test(from) ? await ask(from.replace(/\/$/, "")) : await onCopy(from, ask);
  if (values.out) writeFileSync(values.out, `${JSON.stringify(answers, null, 1)}\n`);
  else if (!values.compare) console.log(JSON.stringify(answers, null, 1));
  if (values.compare) {
    const found = differences(JSON.parse(readFileSync(values.compare, "utf8")) as Answers, answers);
    console.log(found.join("\n") || `${Object.keys(answers).length} answers, none differs`);
    if (found.length > 0) process.exitCode = 1;
  }
}
