import { describe, expect, test } from "vitest";
import { testApp } from "../app.fixture.ts";

const { app, json } = await testApp();

type Parameter = { in: string; name: string; required?: boolean; schema: { example?: unknown } };
type Operation = {
  "x-action"?: string;
  operationId?: string;
  security?: object[];
  responses: Record<string, { headers?: Record<string, unknown> }>;
  summary?: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { example?: unknown }> };
};
const document = (await json("/openapi.json")) as {
  paths: Record<string, Record<string, Operation>>;
  components: { securitySchemes: object };
};
const all = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
);
// Staff operations need a session; their own tests cover them.
const operations = all.filter(({ operation }) => !("x-action" in operation));

describe("what client generators need", () => {
  test("every operation has a unique operationId, derived from its path", () => {
    const names = all.map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(all.length);
    for (const name of names) expect(name).toMatch(/^(get|post|put|patch|delete)[A-Z][A-Za-z0-9]+$/);
    expect(names).toContain("getIndicatorsByCode");
    expect(names).toContain("getObservationsSdmxCsv");
    expect(names).toContain("postSubmissionsByIdReview");
  });
  const headersOf = ({ parameters = [] }: Operation) =>
    parameters.filter((p) => p.in === "header").map((p) => (p.required ? `${p.name}!` : p.name));
  test("versioned writes require If-Match and accept an Idempotency-Key; others declare neither", () => {
    const versioned = all.filter(({ operation }) => "428" in operation.responses);
    expect(versioned.length).toBeGreaterThanOrEqual(10);
    for (const { operation } of versioned)
      expect(headersOf(operation)).toEqual(["X-Person", "If-Match!", "Idempotency-Key"]);
    const create = document.paths["/submissions"]?.post as Operation;
    expect(headersOf(create)).toEqual(["X-Person", "Idempotency-Key"]);
  });
  test("operations declare whether they need a session", () => {
    for (const { operation } of all) {
      const action = operation["x-action"];
      expect(operation.security).toEqual(action && action !== "anyone" ? [{ session: [] }] : undefined);
    }
    expect(document.components.securitySchemes).toMatchObject({ session: { type: "apiKey", in: "cookie" } });
  });
  test("reads send the headers they declare", async () => {
    for (const { path, operation } of operations.filter((o) => o.method === "get" && !o.path.includes("{"))) {
      const promised = Object.keys(operation.responses["200"]?.headers ?? {});
      expect(promised).toEqual(expect.arrayContaining(["ETag", "X-Release"]));
      const answer = await app.request(`/api/v1${path}?asOf=1990-01-01`);
      const own = ["etag", "x-release", "x-notice", "x-reference-date", "link", "content-disposition"];
      const given = own.filter((name) => answer.headers.has(name));
      expect([path, promised.map((name) => name.toLowerCase())]).toEqual([path, expect.arrayContaining(given)]);
    }
  });
});

/** Every list has something in the shipped data, but for what staff record: of that nothing is shipped. */
describe("the reference", () => {
  test.each(operations)("$method $path: its examples make a valid request", async ({ method, path, operation }) => {
    const parameters = operation.parameters ?? [];
    const example = ({ schema }: Parameter) => (schema.example === undefined ? undefined : String(schema.example));
    for (const parameter of parameters)
      if (parameter.required) expect(example(parameter), parameter.name).toBeDefined();
    const address = path.replace(/\{(\w+)\}/g, (_all, name) =>
      encodeURIComponent(example(parameters.find((p) => p.name === name) as Parameter) as string),
    );
    const query = new URLSearchParams(
      parameters.flatMap((p) => (p.in === "query" && example(p) !== undefined ? [[p.name, example(p) as string]] : [])),
    );
    const body = operation.requestBody?.content["application/json"]?.example;
    if (operation.requestBody) expect(body).toBeDefined();
    const answer = await app.request(`/api/v1${address}?${query}`, {
      method: method.toUpperCase(),
      ...(body !== undefined && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    const text = await answer.text();
    expect([answer.status, text.slice(0, 200)]).toEqual([200, text.slice(0, 200)]);
    if (/^\/(statements|corrections|issued-reports)$/.test(path))
      return void expect(JSON.parse(text).items).toEqual([]);
    if (answer.headers.get("content-type") === "application/json" && "items" in JSON.parse(text))
      expect(JSON.parse(text).items).not.toEqual([]);
  });
  test.each(operations)("$method $path has a summary", ({ operation }) => {
    expect(operation.summary?.length).toBeGreaterThan(10);
    for (const { name, ...rest } of operation.parameters ?? [])
      if (rest.in === "query") expect("description" in rest, name).toBe(true);
  });
});

describe("/api/v1/docs", () => {
  test("loads everything from this server, without inline scripts or styles", async () => {
    const page = await app.request("/api/v1/docs");
    const html = await page.text();
    expect(page.headers.get("content-type")).toBe("text/html; charset=UTF-8");
    expect(page.headers.get("content-security-policy")).toContain("script-src 'self'; style-src 'self'");
    expect(html).not.toMatch(/<style|style="|<script>|https?:/);
    const files = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((m) => m[1] as string);
    expect(files).toHaveLength(4);
    for (const file of files.filter((f) => f.startsWith("/api/v1/docs/"))) {
      const answer = await app.request(file, { headers: { "accept-encoding": "br" } });
      expect([answer.status, answer.headers.get("content-encoding") ?? "br"]).toEqual([200, "br"]);
      expect(answer.headers.get("cache-control")).toContain("immutable");
    }
  });
  test.each(["/docs/1.0.0/swagger-ui.css", "/docs/5.35.0/package.json", "/docs/5.35.0/constructor"])(
    "%s is not there",
    async (path) => {
      expect((await app.request(`/api/v1${path}`)).status).toBe(404);
    },
  );
});
