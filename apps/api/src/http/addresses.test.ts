import { describe, expect, test } from "vitest";
import { testApp } from "../app.fixture.ts";
import { apiRoutes } from "../app.ts";
import { testWeb } from "../pages/web.fixture.ts";

const server = await testApp({
  web: testWeb({}, { paths: ["/", "/indicators", "/data", "/indicators/:code{[A-Z0-9_]+}"] }),
});
const ask = (method: string, path: string) => server.app.request(path, { method });

describe("with pages served on all other paths", () => {
  test.each(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "QUERY"])(
    "%s of an unknown API path is 404",
    async (method) => {
      for (const path of ["/api/v1/nope", "/api/v1/submissions/2/reviews", "/api/v1/", "/api/v2/indicators", "/api/x"])
        expect([path, (await ask(method, path)).status]).toEqual([path, 404]);
    },
  );
  test("another method on a known path is 405 and lists the allowed ones", async () => {
    for (const { path } of apiRoutes) {
      const address = `/api/v1${path.replace(/\{\w+\}/g, "1")}`;
      // A path can match two routes: /releases/compare also matches /releases/{id}.
      const isHere = (route: { path: string }) =>
        new RegExp(`^/api/v1${route.path.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}$`).test(address);
      const own = apiRoutes.filter(isHere).map((route) => route.method.toUpperCase());
      const allowed = [...new Set([...own, ...(own.includes("GET") ? ["HEAD"] : [])])].sort();
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((m) => !allowed.includes(m))) {
        const answer = await ask(method, address);
        expect([method, path, answer.status]).toEqual([method, path, 405]);
        expect([path, answer.headers.get("allow")?.split(", ").sort()]).toEqual([path, allowed]);
      }
    }
    const formats = await ask("POST", "/api/v1/observations.parquet");
    expect([formats.status, formats.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });
  test("a page allows GET and HEAD; without a page every method is 404", async () => {
    for (const path of ["/", "/indicators", "/data", "/indicators/EGDI_RANK", "/staff"]) {
      const answer = await ask("POST", path);
      expect([path, answer.status, answer.headers.get("allow")]).toEqual([path, 405, "GET, HEAD"]);
    }
    for (const method of ["GET", "POST", "DELETE"]) expect((await ask(method, "/nope")).status).toBe(404);
    for (const path of ["/healthz", "/readyz", "/data"])
      for (const method of ["PUT", "OPTIONS"])
        expect([path, method, (await ask(method, path)).status]).toEqual([path, method, 405]);
  });
  test.each(["///", "//", "//a//", "/%2F", "/%", "/\\", "/%00", "/indicators//", "/data/?indicator=a&indicator=b"])(
    "GET %s is not a 500",
    async (path) => {
      const answer = await server.app.fetch(new Request(`http://127.0.0.1:2289${path}`));
      expect(answer.status).toBeLessThan(500);
      expect(server.logged).toEqual([]);
    },
  );
});

describe("tracking parameters", () => {
  const plain = "/observations.csv?indicator=EGDI_RANK&area=VNM";
  test("change neither the response nor its cache key", async () => {
    const first = await server.get(plain);
    const text = await first.text();
    for (const more of ["&fbclid=IwAR0", "&utm_source=zalo&utm_medium=chat", "&zarsrc=30&_ga=1.2"]) {
      const answer = await server.get(`${plain}${more}`);
      expect([answer.status, answer.headers.get("etag")]).toEqual([200, first.headers.get("etag")]);
      expect(await answer.text()).toBe(text);
      expect(answer.headers.get("link")).toBe(first.headers.get("link"));
    }
    expect((await server.get("/indicators?gclid=x&release=53")).headers.get("cache-control")).toContain("immutable");
    const lookUp = (url: string) => server.app.findCached({ method: "GET", url, headers: {} });
    expect((await lookUp(`/api/v1${plain}`))?.status).toBe(200);
    expect(await lookUp(`/api/v1${plain}&fbclid=IwAR0`)).toBeUndefined();
  });
  test("do not hide other unknown parameters", async () => {
    const { errors } = await server.json(`${plain}&fbclid=x&colour=red`);
    expect(errors).toEqual([{ parameter: "colour", detail: "not known here" }]);
  });
});
