import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { answersOf, comparable, differences } from "./answers.ts";
import { apiAddresses, pageAddresses } from "./answers-addresses.ts";

const query = (name: string, more = {}) => ({ in: "query", name, ...more });
const when = [query("lang", { schema: { enum: ["vi", "en"] } }), query("asOf"), query("release")];
const described = (parameters: object[], ...types: string[]) => ({
  get: { parameters, responses: { 200: { content: Object.fromEntries(types.map((type) => [type, {}])) } } },
});
const document = JSON.parse(
  JSON.stringify({
    paths: {
      "/indicators": described(when, "application/json"),
      "/indicators/{code}": described(when, "application/json"),
      "/indicators/{code}/revisions/{year}": described(when, "application/json"),
      "/targets": described(when, "application/json"),
      "/releases": described([...when, query("limit")], "application/json"),
      "/bodies": described(when, "application/json"),
      "/bodies/{bodyId}": described(when, "application/json"),
      "/documents": described(when, "application/json"),
      "/compilers": described(when, "application/json"),
      "/areas": described(when, "application/json"),
      "/observations": described(
        [
          ...[...when, query("indicator"), query("labels", { schema: { enum: ["id", "both"] } })],
          ...[query("limit"), query("offset"), query("sort", { schema: { enum: ["value", "-value"] } })],
        ],
        "application/json",
        "text/csv; header=present",
      ),
      "/staff": { get: { security: [{ session: [] }], responses: {} } },
      "/submissions": { post: { responses: {} } },
    },
  }),
);
const codes = {
  code: ["A", "B"],
  targetId: ["T1"],
  bodyId: ["M"],
  id: ["1", "2", "3"],
  document: ["D"],
  compiler: ["C"],
  group: ["ASEAN"],
};

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server whose lists have the codes above and whose releases have this audit `head`. */
async function serverWith(head: string, figure: string): Promise<string> {
  const lists: Record<string, object> = {
    "/indicators": { items: codes.code.map((code) => ({ code })) },
    "/targets": { items: codes.targetId.map((id) => ({ id })) },
    "/bodies": { items: codes.bodyId.map((id) => ({ id })) },
    "/releases": { items: codes.id.toReversed().map((id) => ({ id: Number(id), auditHead: head })) },
    "/documents": { items: codes.document.map((id) => ({ id })) },
    "/compilers": { items: codes.compiler.map((code) => ({ code })) },
    "/areas": { items: [{ code: "ASEAN", kind: "group" }] },
    "/openapi.json": document,
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "", "http://host").pathname.replace("/api/v1", "");
    response.setHeader("Content-Type", "application/json");
    response.statusCode = path === "/indicators/B" ? 404 : 200;
    response.end(JSON.stringify(lists[path] ?? { path, figure: path === "/indicators/A" ? figure : "" }));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it("requests every public URL with every code, language, read point and option", () => {
  const addresses = apiAddresses(document, codes);
  expect(addresses).toEqual(
    expect.arrayContaining([
      "/api/v1/openapi.json",
      "/api/v1/indicators?lang=vi",
      "/api/v1/indicators/A?asOf=2024-12-31&lang=en",
      "/api/v1/indicators/B?release=3&lang=vi",
      "/api/v1/indicators/B/revisions/2023?lang=vi",
      "/api/v1/releases?release=2&lang=en",
      "/api/v1/observations?labels=both&asOf=2024-12-31&lang=vi",
      "/api/v1/observations?indicator=B&lang=en",
      "/api/v1/observations?indicator=A&labels=id&limit=1&offset=20&sort=value&lang=en",
      "/api/v1/observations?limit=10&sort=-value&lang=en",
      "/api/v1/observations text/csv;header=present",
    ]),
  );
  expect(addresses.filter((address) => /staff|submissions/.test(address))).toEqual([]);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(pageAddresses(codes)).toEqual(
    expect.arrayContaining(["/", "/indicators/B?lang=en", "/releases/compare?from=2024-12-31&asOf=2024-12-31"]),
  );
});

it("fails on a parameter without values instead of skipping it", () => {
  const strange = { paths: { "/a": { get: { parameters: [query("colour")], responses: {} } } } };
  expect(() => apiAddresses(strange, codes)).toThrow("colour");
  const unknown = { paths: { "/a/{colour}": { get: { responses: {} } } } };
  expect(() => apiAddresses(unknown, codes)).toThrow("/a/{colour}");
});

it("ignores different audit heads and reports a different figure", async () => {
  const first = await answersOf(await serverWith("a".repeat(64), "44"), false);
  const second = await answersOf(await serverWith("b".repeat(64), "44"), false);
  expect(differences(first, second)).toEqual([]);
  expect(first["/api/v1/indicators/B?lang=vi"]).toMatch(/^404 [0-9a-f]{64}$/);
  const third = await answersOf(await serverWith("b".repeat(64), "45"), false);
  const found = differences(first, third);
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((line) => !line.startsWith("/api/v1/indicators/A"))).toEqual([]);
});

it("reports URLs that only one side has", () => {
  expect(differences({ "/a": "200 x", "/b": "200 y" }, { "/b": "200 y", "/c": "200 z" })).toEqual([
    "/a: 200 x → not asked",
    "/c: not asked → 200 z",
  ]);
});

it("changes nothing else in a response", () => {
  expect(comparable('{"auditHead":"x","release":1}')).toBe('{"auditHead":"x","release":1}');
  expect(comparable('<script src="/assets/main-Ab3_x-9Z.js">')).toBe('<script src="/assets/main.js">');
});
