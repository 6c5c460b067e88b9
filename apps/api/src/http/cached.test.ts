import { createHash } from "node:crypto";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { emptyFolder, HEAD, SEED_DIR, testApp } from "../app.fixture.ts";
import { loadSeed } from "../seed/load.ts";
import { bodyCache, CachedBody, updateSize } from "./body-cache.ts";
import { cached } from "./cached.ts";
import type { Env } from "./env.ts";

/** An app with a cache that counts how often its handler runs. */
function counted(headers: Record<string, string>, make: () => Promise<string> | string = () => "x".repeat(2000)) {
  let made = 0;
  let release = 1;
  let today = new Date("2026-11-21T05:00:00Z");
  const { middleware, find } = cached({ version: async () => release, limitBytes: 100_000 });
  const app = new Hono<Env>();
  app.use((c, next) => {
    c.set("now", () => today);
    return next();
  });
  app.onError((_error, c) => c.text("no", 500));
  app.use(middleware);
  app.get("*", async (c) => {
    made += 1;
    return c.body(await make(), 200, { "Content-Type": "text/csv", ...headers });
  });
  const ask = async (path: string, more: Record<string, string> = {}) => {
    const hit = await find({ method: "GET", url: path, headers: more }, today);
    if (hit) return new Response(hit.body as Uint8Array<ArrayBuffer> | null, hit);
    return app.fetch(new Request(`http://localhost${path}`, { headers: more }));
  };
  return {
    ask,
    made: () => made,
    publish: () => {
      release += 1;
    },
    sleep: () => {
      today = new Date(today.getTime() + 86_400_000);
    },
  };
}

const FOR_EVER = { "Cache-Control": "public, max-age=31536000, immutable" };

describe("an immutable response", () => {
  test("is made once, whatever is published later", async () => {
    const server = counted(FOR_EVER);
    const first = await server.ask("/a?release=1");
    server.publish();
    server.sleep();
    expect((await server.ask("/a?release=1")).headers.get("etag")).toBe(first.headers.get("etag"));
    expect(server.made()).toBe(1);
  });
});

describe("a no-cache response", () => {
  test("is made again after a release and on a new day only", async () => {
    const server = counted({ "Cache-Control": "no-cache" });
    const times = async () => {
      await (await server.ask("/a")).text();
      await (await server.ask("/a")).text();
      return server.made();
    };
    expect(await times()).toBe(1);
    server.publish();
    expect(await times()).toBe(2);
    server.sleep();
    expect(await times()).toBe(3);
  });
});

describe("the cache", () => {
  test.each([
    {},
    { "Cache-Control": "no-store" },
    { "Cache-Control": "private, no-cache" },
    { "Cache-Control": "max-age=5" },
  ])("does not store a response with %o, which may be for one person", async (headers) => {
    const server = counted(headers as Record<string, string>);
    await server.ask("/a");
    await server.ask("/a");
    expect(server.made()).toBe(2);
  });
  test("makes one response for concurrent requests", async () => {
    const server = counted(FOR_EVER, () => new Promise((done) => setTimeout(() => done("slow".repeat(500)), 30)));
    const answers = await Promise.all(Array.from({ length: 20 }, () => server.ask("/a")));
    expect(new Set(await Promise.all(answers.map((a) => a.text())))).toEqual(new Set(["slow".repeat(500)]));
    expect(server.made()).toBe(1);
  });
  test("lets waiting requests through when the first one fails", async () => {
    let fail = true;
    const server = counted(FOR_EVER, async () => {
      await new Promise((done) => setTimeout(done, 10));
      if (!fail) return "fine";
      fail = false;
      throw new Error("no");
    });
    const answers = await Promise.all([server.ask("/a"), server.ask("/a"), server.ask("/a")]);
    expect(answers.map((a) => a.status).sort()).toEqual([200, 200, 500]);
  });
  test("sends a strong ETag per encoding, the hash of the content, and compresses once", async () => {
    const server = counted(FOR_EVER);
    const hash = createHash("sha256").update("x".repeat(2000)).digest("base64url");
    const tags = [];
    for (const accept of ["identity", "gzip", "gzip, deflate, br", "br;q=0, gzip;q=0", "br;q=0.1, *;q=0"])
      tags.push((await server.ask("/a", { "accept-encoding": accept })).headers.get("etag"));
    expect(tags).toEqual([`"${hash}"`, `"${hash}-gzip"`, `"${hash}-br"`, `"${hash}"`, `"${hash}-br"`]);
    const encode = { "accept-encoding": "br" };
    const [one, two] = await Promise.all([server.ask("/a", encode), server.ask("/a", encode)]);
    expect(Buffer.from(await one.arrayBuffer()).equals(Buffer.from(await two.arrayBuffer()))).toBe(true);
    for (const wanted of [`"${hash}-br"`, `W/"${hash}-br"`, `"a", "${hash}-br"`, "*"])
      expect((await server.ask("/a", { ...encode, "if-none-match": wanted })).status).toBe(304);
    for (const wanted of [`"${hash}"`, `"${hash}-gzip"`, '""'])
      expect((await server.ask("/a", { ...encode, "if-none-match": wanted })).status).toBe(200);
  });
});

describe("the size limit", () => {
  const body = (size: number) => new CachedBody(Buffer.alloc(size, "a"), {}, null, "/a");
  test("covers compressed bodies too, and evicts the least recently used", async () => {
    const cache = bodyCache(100_000);
    for (let i = 0; i < 50; i++) {
      const one = body(9000);
      cache.set(`${i}`, one);
      cache.get("0");
      await one.encode("gzip", () => updateSize(cache, `${i}`, one));
      expect(cache.calculatedSize).toBeLessThanOrEqual(100_000);
    }
    expect(cache.get("0")).toBeDefined();
    expect(cache.get("1")).toBeUndefined();
    expect(cache.get("49")).toBeDefined();
  });
  test("does not store bodies over a quarter of the limit", () => {
    const cache = bodyCache(100_000);
    cache.set("small", body(1000));
    cache.set("huge", body(30_000));
    expect([cache.get("huge"), cache.get("small") !== undefined]).toEqual([undefined, true]);
  });
  test("counts a replaced body once", () => {
    const cache = bodyCache(100_000);
    for (let i = 0; i < 100; i++) cache.set("a", body(2000));
    expect(cache.calculatedSize).toBe(body(2000).bytes);
  });
});

describe("the server", () => {
  test("shows a new release at once and still serves the old one on request", async () => {
    const { db, get } = await testApp();
    const address = "/observations?indicator=INTERNET_USERS&compiler=MIC&from=2025&to=2025";
    const values = async (more = "") => (await (await get(`${address}${more}`)).json()).items[0].value;
    expect([await values(), await values(`&release=${HEAD}`)]).toEqual([84.15, 84.15]);
    const seed = emptyFolder();
    cpSync(SEED_DIR, seed, { recursive: true });
    const file = join(seed, "observations/INTERNET_USERS.MIC.csv");
    writeFileSync(file, readFileSync(file, "utf8").replace("MIC,VNM,2025,84.15", "MIC,VNM,2025,84.25"));
    await loadSeed(db, seed, new Date("2026-11-21T04:00:00Z"));
    expect([await values(), await values(`&release=${HEAD}`)]).toEqual([84.25, 84.15]);
    expect((await get(`${address}&release=${HEAD}`)).headers.get("x-release")).toBe(`${HEAD}`);
  });
  test("sends a cached response with all headers of a fresh one", async () => {
    const { get } = await testApp();
    const [fresh, repeated, chosen] = [
      await get("/observations?indicator=GII_RANK&area=VNM"),
      await get("/observations?indicator=GII_RANK&area=VNM"),
      await get("/observations?indicator=GII_RANK&area=VNM", { accept: "application/json" }),
    ];
    expect(Object.fromEntries(repeated.headers)).toEqual(Object.fromEntries(fresh.headers));
    expect(Object.fromEntries(chosen.headers)).toEqual(Object.fromEntries(fresh.headers));
    expect(fresh.headers.get("content-security-policy")).toContain("default-src 'none'");
  });
  test("answers with a problem when the database fails, even for a cached response", async () => {
    const { db, get, logged } = await testApp();
    await get("/targets");
    await new Promise((done) => setImmediate(done));
    await db.close();
    expect((await get("/targets")).status).toBe(500);
    expect(logged).toHaveLength(1);
  });
});
