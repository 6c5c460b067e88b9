import { describe, expect, test } from "vitest";
import { testApp } from "../test-app.ts";

const { app, json } = await testApp();

type Parameter = { in: string; name: string; required?: boolean; schema: { example?: unknown } };
type Operation = {
  "x-action"?: string;
  summary?: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { example?: unknown }> };
};
const document = (await json("/openapi.json")) as { paths: Record<string, Record<string, Operation>> };
const operations = Object.entries(document.paths)
  .flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ method, path, operation })))
  // What staff do needs a person; its examples are the journeys of its own tests.
  .filter(({ operation }) => !("x-action" in operation));

describe("the reference", () => {
  test.each(operations)(
    "$method $path: its examples make a request that works",
    async ({ method, path, operation }) => {
      const parameters = operation.parameters ?? [];
      const example = ({ schema }: Parameter) => (schema.example === undefined ? undefined : String(schema.example));
      for (const parameter of parameters)
        if (parameter.required) expect(example(parameter), parameter.name).toBeDefined();
      const address = path.replace(/\{(\w+)\}/g, (_all, name) =>
        encodeURIComponent(example(parameters.find((p) => p.name === name) as Parameter) as string),
      );
      const query = new URLSearchParams(
        parameters.flatMap((p) =>
          p.in === "query" && example(p) !== undefined ? [[p.name, example(p) as string]] : [],
        ),
      );
      const body = operation.requestBody?.content["application/json"]?.example;
      if (operation.requestBody) expect(body).toBeDefined();
      const answer = await app.request(`/api/v1${address}?${query}`, {
        method: method.toUpperCase(),
        ...(body !== undefined && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
      });
      const text = await answer.text();
      expect([answer.status, text.slice(0, 200)]).toEqual([200, text.slice(0, 200)]);
      if (answer.headers.get("content-type") === "application/json" && "items" in JSON.parse(text))
        expect(JSON.parse(text).items).not.toEqual([]);
    },
  );
  test.each(operations)("$method $path says what it is for", ({ operation }) => {
    expect(operation.summary?.length).toBeGreaterThan(10);
    for (const { name, ...rest } of operation.parameters ?? [])
      if (rest.in === "query") expect("description" in rest, name).toBe(true);
  });
});

describe("/api/v1/docs", () => {
  test("asks this server alone for everything, without inline scripts or styles", async () => {
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
