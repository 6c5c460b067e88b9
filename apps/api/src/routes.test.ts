import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { testApp } from "./app.fixture.ts";
import { apiRoutes } from "./app.ts";
import { CURRENT } from "./http/lifetimes.ts";

const { app, get, logged } = await testApp();

const examples: Record<string, string> = {
  "/indicators/{code}": "/indicators/EGDI_RANK",
  "/indicators/{code}/revisions/{year}": "/indicators/DIGITAL_ECONOMY_GDP/revisions/2023",
  "/indicators/{code}/dataset.jsonld": "/indicators/EGDI_RANK/dataset.jsonld",
  "/indicators/{code}/chart.svg": "/indicators/EGDI_RANK/chart.svg",
  "/indicators/{code}/chart.png": "/indicators/EGDI_RANK/chart.png",
  ...Object.fromEntries(
    ["txt", "bib", "ris"].flatMap((format) => [
      [`/indicators/{code}/citation.${format}`, `/indicators/EGDI_RANK/citation.${format}`],
      [`/targets/{targetId}/citation.${format}`, `/targets/D2289-2030-EGDI_RANK/citation.${format}`],
    ]),
  ),
  "/assessments/{targetId}": "/assessments/D2289-2030-EGDI_RANK",
  "/bodies/{bodyId}": "/bodies/MOST",
  "/targets/{targetId}": "/targets/D2289-2030-EGDI_RANK",
  "/releases/{id}": "/releases/53",
};
const unknownPaths: Record<string, string> = {
  "/indicators/{code}": "/indicators/NO_SUCH",
  "/indicators/{code}/revisions/{year}": "/indicators/GII_RANK/revisions/2025",
  "/indicators/{code}/dataset.jsonld": "/indicators/NO_SUCH/dataset.jsonld",
  "/indicators/{code}/chart.svg": "/indicators/NO_SUCH/chart.svg",
  "/indicators/{code}/chart.png": "/indicators/NO_SUCH/chart.png",
  ...Object.fromEntries(
    ["txt", "bib", "ris"].flatMap((format) => [
      [`/indicators/{code}/citation.${format}`, `/indicators/NO_SUCH/citation.${format}`],
      [`/targets/{targetId}/citation.${format}`, `/targets/NO-SUCH/citation.${format}`],
    ]),
  ),
  "/assessments/{targetId}": "/assessments/NO-SUCH",
  "/bodies/{bodyId}": "/bodies/NO_SUCH",
  "/targets/{targetId}": "/targets/NO-SUCH",
  "/releases/{id}": "/releases/99999",
};

type Walked = {
  method: string;
  path: string;
  example: string;
  schema: z.ZodType | undefined;
  isList: boolean;
  types: string[];
  hasSuffix: boolean;
};
/** staff-routes.test.ts covers staff routes. */
const open = apiRoutes.filter((route) => !("x-action" in route));
const walked: Walked[] = open.map(({ method, path, responses }) => {
  const content = (responses[200] as { content?: Record<string, { schema: z.ZodType }> }).content;
  return {
    method,
    path,
    example: examples[path] ?? path,
    schema: content?.["application/json"]?.schema,
    isList: !path.includes("{"),
    types: Object.keys(content ?? {}).map((type) => type.split(";")[0] as string),
    hasSuffix: /\.\w+$/.test(path),
  };
});
const reads = walked.filter((r) => r.method === "get");

async function problem(answer: Response, status: number) {
  expect(answer.status).toBe(status);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  return (await answer.json()) as {
    errors?: { parameter?: string; pointer?: string; detail: string }[];
    detail: string;
    title: string;
  };
}

test("every public route is covered", () => {
  expect(reads.length).toBeGreaterThanOrEqual(14);
  expect(Object.keys(examples).sort()).toEqual(
    reads
      .map((r) => r.path)
      .filter((p) => p.includes("{"))
      .sort(),
  );
});

describe.each(reads)("GET $path", ({ example, path, schema, isList, types, hasSuffix }) => {
  test.each(["vi", "en"])("matches its response schema, lang=%s", async (lang) => {
    const answer = await get(`${example}?lang=${lang}`);
    expect(answer.status).toBe(200);
    expect(Number(answer.headers.get("x-release"))).toBeGreaterThan(0);
    if (schema) schema.parse(await answer.json());
  });

  test("tells caches how long it is current, and says the same to whoever has a cookie", async () => {
    const answer = await get(example);
    const headers = Object.fromEntries(answer.headers);
    expect(headers).toMatchObject({ "cache-control": CURRENT, vary: "Accept, Accept-Encoding" });
    expect(headers).not.toHaveProperty("set-cookie");
    const asked = await get(example, { cookie: "__Host-moc2030-session=abc" });
    expect(Object.fromEntries(asked.headers)).toEqual(headers);
  });

  test("answers as of an earlier date, immutably", async () => {
    const answer = await get(`${example}?asOf=2025-06-30`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toContain("immutable");
    expect(answer.headers.get("x-release")).not.toBe((await get(example)).headers.get("x-release"));
    if (schema) schema.parse(await answer.json());
  });

  test("has a notice before the first release", async () => {
    const answer = await get(`${example}?asOf=1990-01-01`);
    if (/^\/(releases\/\{id\}|report(\.\w+)?)$/.test(path)) return void (await problem(answer, 404));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("x-release")).toBe("none");
    if (!schema) return;
    const body = schema.parse(await answer.json()) as { release: null; notice: string; items?: unknown[] };
    expect(body.release).toBeNull();
    expect(body.notice).toContain("Nothing was known on 1990-01-01");
    if (isList) expect(body.items).toEqual([]);
  });

  test("has an ETag that gives 304 for the same language only", async () => {
    const first = await get(`${example}?lang=en`);
    const etag = first.headers.get("etag") as string;
    expect(etag).toMatch(/^"[\w-]+"$/);
    const again = await get(`${example}?lang=en`, { "if-none-match": etag });
    expect(again.status).toBe(304);
    expect(again.headers.get("etag")).toBe(etag);
    expect(await again.text()).toBe("");
    expect((await get(`${example}?lang=en`, { "if-none-match": '"other"' })).status).toBe(200);
  });

  test.each([
    ["lang=fr", "lang"],
    ["asOf=2025-02-30", "asOf"],
    ["asOf=yesterday", "asOf"],
    ["release=0", "release"],
    ["release=x", "release"],
    ["release=99999", "release"],
    ["release=1&asOf=2025-01-01", "asOf"],
    ["colour=red", "colour"],
  ])("refuses ?%s by name", async (query, parameter) => {
    const { errors } = await problem(await get(`${example}?${query}`), 422);
    expect(errors?.map((e) => e.parameter)).toEqual([parameter]);
    expect(errors?.[0]?.detail.length).toBeGreaterThan(5);
  });

  test("refuses other methods with Allow", async () => {
    for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
      const answer = await app.request(`/api/v1${example}`, {
        method,
        headers: { "content-type": "application/json" },
      });
      await problem(answer, 405);
      expect(answer.headers.get("allow")).toContain("GET");
    }
  });

  test("sends its media type, and without a suffix negotiates it or answers 406", async () => {
    const answer = await get(example);
    const type = answer.headers.get("content-type")?.split(";")[0] as string;
    expect(types).toContain(type);
    if (hasSuffix) return expect((await get(example, { accept: "image/png" })).status).toBe(200);
    for (const asked of types) {
      const chosen = await get(example, { accept: `image/png, ${asked}` });
      expect([chosen.status, chosen.headers.get("content-type")?.split(";")[0]]).toEqual([200, asked]);
    }
    expect((await get(example, { accept: "text/html,*/*;q=0.8" })).headers.get("content-type")).toContain(type);
    await problem(await get(example, { accept: "image/png" }), 406);
  });

  test("allows cross-origin reads, and only reads", async () => {
    const answer = await get(example, { origin: "https://example.org" });
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
    expect(answer.headers.get("access-control-expose-headers")).toMatch(/ETag.*X-Release/);
    const preflight = await app.request(`/api/v1${example}`, {
      method: "OPTIONS",
      headers: { origin: "https://example.org", "access-control-request-method": "POST" },
    });
    expect([preflight.status, preflight.headers.get("access-control-allow-methods")]).toEqual([
      204,
      "GET,HEAD,OPTIONS",
    ]);
  });

  test("with a release contains nothing newer", async () => {
    if (path.startsWith("/releases/")) return;
    const answer = await get(`${example}?release=53&lang=en`);
    expect(answer.headers.get("x-release")).toBe("53");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const response = `${await answer.text()} ${JSON.stringify([...answer.headers])}`;
    expect(response).not.toMatch(
      /"release":\{"id":(5[4-9]|6\d)|release=(5[4-9]|6\d)|_r(5[4-9]|6\d)\b|release (5[4-9]|6\d) of/,
    );
  });

  test("answers HEAD like GET, without a body", async () => {
    const answer = await app.request(`/api/v1${example}`, { method: "HEAD" });
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
    expect(answer.headers.get("etag")).toBe((await get(example)).headers.get("etag"));
  });
});

test.each(Object.values(unknownPaths))("GET %s, an unknown code, is a 404 problem", async (path) => {
  await problem(await get(path), 404);
});

test("an unknown path is a 404 problem", async () => {
  expect((await problem(await get("/nothing"), 404)).detail).toContain("/api/v1/nothing");
});

test("every route is in the OpenAPI document, which is 3.1", async () => {
  const document = (await (await get("/openapi.json")).json()) as {
    openapi: string;
    paths: Record<string, Record<string, unknown>>;
  };
  expect(document.openapi).toBe("3.1.0");
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((m) => `${m} ${path}`),
  );
  expect(described.sort()).toEqual(apiRoutes.map((r) => `${r.method} ${r.path}`).sort());
  expect((await app.request("/api/v1/openapi.json", { method: "POST" })).status).toBe(405);
});

test("an unexpected error is a 500 with a request id only, logged with its cause", async () => {
  const broken = await testApp();
  await broken.db.close();
  const body = await problem(await broken.get("/indicators"), 500);
  expect(Object.keys(body).sort()).toEqual(["requestId", "status", "title", "type"]);
  expect(broken.logged).toHaveLength(1);
});

test("/healthz reports liveness, /readyz that there is data", async () => {
  expect((await app.request("/healthz")).status).toBe(200);
  expect(await (await app.request("/readyz")).json()).toMatchObject({ status: "ok" });
  expect((await app.request("/readyz", { method: "POST" })).status).toBe(405);
});

test("compressed responses have the same text and their own ETag", async () => {
  const { brotliDecompressSync, gunzipSync } = await import("node:zlib");
  const plain = await get("/targets");
  const text = await plain.text();
  for (const [encoding, open] of [
    ["br", brotliDecompressSync],
    ["gzip", gunzipSync],
  ] as const) {
    const answer = await get("/targets", { "accept-encoding": `${encoding};q=1, identity;q=0.5` });
    expect(answer.headers.get("content-encoding")).toBe(encoding);
    expect(answer.headers.get("etag")).not.toBe(plain.headers.get("etag"));
    expect(open(Buffer.from(await answer.arrayBuffer())).toString()).toBe(text);
  }
  expect((await get("/targets", { "accept-encoding": "br;q=0, gzip;q=0" })).headers.get("content-encoding")).toBeNull();
});

test("nothing was logged as an unexpected error", () => expect(logged).toEqual([]));
