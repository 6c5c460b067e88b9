import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addresses, embeds } from "./addresses.ts";
import { runNginx } from "./nginx.ts";
import { freePort, type RunningServer, runServer } from "./running-server.ts";

const cli = fileURLToPath(new URL("../apps/api/dist/cli.js", import.meta.url));
const seed = fileURLToPath(new URL("../data/seed", import.meta.url));
const PUBLIC_ORIGIN = "https://moc2030.example.vn";

let folder: string;
let settings: Record<string, string>;
let server: RunningServer;
let cache: Awaited<ReturnType<typeof runNginx>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "moc2030-cache-"));
  settings = {
    DATABASE_FILE: join(folder, "moc2030.sqlite"),
    PORT: String(await freePort()),
    PUBLIC_ORIGIN,
    TRUSTED_PROXY: "loopback",
  };
  server = await runServer(settings);
  cache = await runNginx(server.origin);
});
afterAll(async () => {
  await cache?.end();
  await server?.end();
  rmSync(folder, { recursive: true, force: true });
});

type Seen = { status: number; type: string | null; location: string | null; hash: string; text: string; from: string };
async function read(address: string, headers: Record<string, string> = {}): Promise<Seen> {
  const answer = await fetch(cache.origin + address, { headers, redirect: "manual" });
  const body = Buffer.from(await answer.arrayBuffer());
  return {
    status: answer.status,
    type: answer.headers.get("content-type"),
    location: answer.headers.get("location"),
    hash: createHash("sha256").update(body).digest("hex"),
    text: /html|xml|css/.test(answer.headers.get("content-type") ?? "") ? body.toString() : "",
    from: answer.headers.get("x-cache") ?? "",
  };
}

/** The files and pictures that a page or style names. */
const filesOf = ({ text }: Seen): string[] =>
  [...text.matchAll(/(?:href|src|content|url)[=(]"?((?:https:\/\/moc2030\.example\.vn)?\/[^"<>)\s]*)/g)]
    .map(([, address = ""]) => address.replace(PUBLIC_ORIGIN, "").replaceAll("&amp;", "&").split("#")[0] ?? "")
    .filter((address) => /^\/(api|assets|og|embed|favicon|\w+\.(xml|txt))/.test(address));

/** Of many addresses that differ in a code or number alone, two. */
function ofEachKind(found: Iterable<string>): string[] {
  const kinds = new Map<string, string[]>();
  for (const address of found) {
    const kind = address.replaceAll(/[A-Z0-9][A-Z0-9_%,-]*(?=[/.?&]|$)|=[^&]*/g, "*");
    const known = kinds.get(kind) ?? [];
    if (known.length < 2) kinds.set(kind, [...known, address]);
  }
  return [...kinds.values()].flat();
}

/** Reads addresses, some at a time. */
async function readAll(list: readonly string[]): Promise<Map<string, Seen>> {
  const seen = new Map<string, Seen>();
  const left = [...list];
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) seen.set(next, await read(next));
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  return seen;
}
const shown = ({ status, type, location, hash }: Seen) => ({ status, type, location, hash });

test("what was read is read on while the server is down, and a release is there within ten seconds of its return", async () => {
  const visited = await readAll([...addresses, ...embeds, "/nowhere", "/robots.txt", "/sitemap.xml"]);
  const named = new Set([...visited.values()].flatMap(filesOf));
  for (const [address, seen] of await readAll(ofEachKind(named))) visited.set(address, seen);
  const styles = [...visited].filter(([address]) => address.endsWith(".css"));
  for (const [address, seen] of await readAll(styles.flatMap(([, seen]) => filesOf(seen)))) visited.set(address, seen);
  const kinds = [...visited.values()].map(({ type }) => type?.split(";")[0]);
  for (const type of [
    "text/html",
    "image/png",
    "image/svg+xml",
    "text/csv",
    "application/zip",
    "text/css",
    "font/woff2",
  ])
    expect(kinds).toContain(type);
  // Errors of the API say what is wrong with a request, and nobody keeps them.
  const kept = [...visited].filter(([, { type }]) => type !== "application/problem+json");
  expect(kept.length).toBeGreaterThan(150);
  expect(kept.filter(([, { status }]) => status >= 500)).toEqual([]);

  await server.kill();
  for (const [address, seen] of kept) {
    const now = await read(address);
    expect([address, shown(now)]).toEqual([address, shown(seen)]);
    expect([address, now.from]).toEqual([address, expect.stringMatching(/^(STALE|HIT|UPDATING)$/)]);
  }
  expect((await fetch(`${cache.origin}/readyz`)).status).toBe(502);

  server = await runServer(settings);
  const changed = join(folder, "seed");
  cpSync(seed, changed, { recursive: true });
  const file = join(changed, "observations/INTERNET_USERS.MIC.csv");
  writeFileSync(file, readFileSync(file, "utf8").replace("MIC,VNM,2025,84.15", "MIC,VNM,2025,84.25"));
  const released = async () => Number(/<main[^>]* data-release="(\d+)"/.exec((await read("/")).text)?.[1]);
  const before = await released();
  const made = spawnSync(process.execPath, [cli, "seed"], { env: { ...process.env, ...settings, SEED_DIR: changed } });
  expect([made.status, String(made.stderr)]).toEqual([0, ""]);
  await expect.poll(released).toBe(before + 1);
  await expect
    .poll(async () => (await fetch(`${cache.origin}/api/v1/targets`)).headers.get("x-release"))
    .toBe(`${before + 1}`);
});

test("a cache may give what is current for ten seconds at most, and in an error for a week", async () => {
  for (const address of [
    "/",
    "/nowhere",
    "/favicon.svg",
    "/api/v1/targets",
    "/api/v1/feed.atom",
    "/embed/indicators/EGDI_RANK",
  ]) {
    const lifetime = (await fetch(server.origin + address)).headers.get("cache-control") ?? "";
    const seconds = (name: string) => Number(new RegExp(`\\b${name}=(\\d+)`).exec(lifetime)?.[1]);
    expect([address, seconds("s-maxage") + seconds("stale-while-revalidate") <= 10]).toEqual([address, true]);
    expect([address, seconds("stale-if-error"), seconds("max-age")]).toEqual([address, 604_800, 0]);
    // Browsers are told to ask the cache each time.
    expect((await fetch(cache.origin + address)).headers.get("cache-control")).toBe("no-cache");
  }
  // nginx's own word for it has no end: an answer that nobody asked for lately would be given once, however old.
  const site = readFileSync(new URL("../deploy/nginx/moc2030-locations.conf", import.meta.url), "utf8");
  expect(site).not.toMatch(/^[^#]*use_stale[^;]*updating/m);
  const release = "/api/v1/targets?release=60";
  for (const origin of [server.origin, cache.origin])
    expect((await fetch(origin + release)).headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
});

test("what is for one person is kept by no cache, and who has a cookie of staff is answered by the server", async () => {
  for (const address of [
    "/api/v1/session",
    "/api/v1/notices",
    "/api/v1/staff/health",
    "/staff",
    "/staff/health",
    "/healthz",
  ])
    for (let times = 0; times < 2; times++) {
      const answer = await fetch(cache.origin + address);
      expect([address, answer.headers.get("x-cache")]).toEqual([address, "MISS"]);
      expect([address, answer.headers.get("cache-control")]).toEqual([
        address,
        expect.stringMatching(/no-store|private/),
      ]);
    }
  // The same bytes for ever: of a page of now the cache may still have the release before.
  const page = "/about?release=60";
  await read(page);
  const plain = await read(page);
  const staff = await read(page, { cookie: "__Host-moc2030-session=abc" });
  expect([plain.from, staff.from]).toEqual(["HIT", "BYPASS"]);
  expect(shown(staff)).toEqual(shown(plain));
});

test("a browser that has an answer gets 304 from the cache, streams pass it, and http leads to https", async () => {
  const first = await fetch(`${cache.origin}/api/v1/targets`);
  const etag = first.headers.get("etag") ?? "";
  const second = await fetch(`${cache.origin}/api/v1/targets`, { headers: { "if-none-match": etag } });
  expect([second.status, second.headers.get("x-cache")]).toEqual([304, "HIT"]);
  const leaving = new AbortController();
  const stream = await fetch(`${cache.origin}/api/v1/events`, { signal: leaving.signal });
  const { value } = (await stream.body?.getReader().read()) ?? {};
  expect(new TextDecoder().decode(value)).toContain("retry: 3000");
  leaving.abort();
  const redirect = await fetch(`${cache.redirects}/about?lang=en`, { redirect: "manual" });
  expect(redirect.headers.get("location")).toBe(`${PUBLIC_ORIGIN}/about?lang=en`);
  for (const line of cache.log().split("\n").filter(Boolean))
    expect(line).toMatch(/^\S+ \d{3} (GET|HEAD) \/[^?]* \d+ [\d.]+ \S+$/);
});
