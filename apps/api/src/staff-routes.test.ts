import { may, type permissions, type Role, roles } from "@moc2030/shared/actions";
import { describe, expect, test } from "vitest";
import { apiRoutes } from "./app.ts";
import { type Person, staffedApp } from "./test-staff.ts";

type Described = { method: string; path: string; "x-action"?: string };
const described = apiRoutes as unknown as Described[];
const routeOf = ({ method, path }: Described) => `${method.toUpperCase()} ${path}`;

/** The table: every staff route with the action it needs, and a request that nothing but the role can make fail with 401 or 403. */
const table: Record<string, { action: keyof typeof permissions | "anyone"; path?: string; body?: object | string }> = {
  "GET /session": { action: "anyone" },
  "POST /session": { action: "anyone" },
  "POST /session/second-factor": { action: "anyone" },
  "POST /session/link": { action: "anyone" },
  "POST /session/link/password": { action: "anyone" },
  "POST /session/link/confirm": { action: "anyone" },
  "DELETE /session": { action: "session.own" },
  "GET /session/all": { action: "session.own" },
  "DELETE /session/all/{id}": { action: "session.own", path: "/session/all/none" },
  "POST /session/password": { action: "session.own", body: {} },
  "GET /staff": { action: "staff.manage" },
  "POST /staff": { action: "staff.manage", body: {} },
  "PATCH /staff/{id}": { action: "staff.manage", path: "/staff/none", body: {} },
  "POST /staff/{id}/reset": { action: "staff.manage", path: "/staff/none/reset" },
  "GET /staff/colleagues": { action: "entry.read" },
  "GET /entry/grid": { action: "entry.read" },
  "GET /entry/figure": { action: "entry.read", path: "/entry/figure?indicator=GII_RANK&year=2026" },
  "GET /entry/press-sources": { action: "entry.read" },
  "GET /entry/template.csv": { action: "entry.read", path: "/entry/template.csv?indicator=GII_RANK" },
  "PUT /entry/assignments/{indicator}": {
    action: "assignment.write",
    path: "/entry/assignments/GII_RANK",
    body: { staff: null },
  },
  "GET /submissions": { action: "submission.read" },
  "GET /submissions/{id}": { action: "submission.read", path: "/submissions/9999" },
  "GET /submissions/{id}/effect": { action: "submission.read", path: "/submissions/9999/effect" },
  "POST /submissions": { action: "submission.write", body: {} },
  "PATCH /submissions/{id}": { action: "submission.write", path: "/submissions/9999", body: {} },
  "POST /submissions/{id}/items": { action: "submission.write", path: "/submissions/9999/items", body: {} },
  "PUT /submissions/{id}/items/{item}": { action: "submission.write", path: "/submissions/9999/items/1", body: {} },
  "DELETE /submissions/{id}/items/{item}": { action: "submission.write", path: "/submissions/9999/items/1" },
  "POST /submissions/{id}/moves": { action: "submission.write", path: "/submissions/9999/moves", body: {} },
  "POST /submissions/{id}/submit": { action: "submission.write", path: "/submissions/9999/submit" },
  "POST /submissions/{id}/withdraw": { action: "submission.write", path: "/submissions/9999/withdraw" },
  "POST /submissions/dry-run": { action: "submission.write", body: "TIME_PERIOD" },
  "POST /submissions/{id}/import": {
    action: "submission.write",
    path: "/submissions/9999/import",
    body: "TIME_PERIOD",
  },
  "POST /evidence": { action: "submission.write", path: "/evidence?name=x.pdf", body: "no pdf" },
  "GET /evidence/{sha256}": { action: "evidence.read", path: `/evidence/${"0".repeat(64)}` },
  "GET /reviews": { action: "review.decide" },
  "POST /submissions/{id}/review": { action: "review.decide", path: "/submissions/9999/review", body: {} },
  "POST /submissions/{id}/unschedule": { action: "review.decide", path: "/submissions/9999/unschedule", body: {} },
  "GET /delegations": { action: "submission.read" },
  "POST /delegations": { action: "review.delegate", body: {} },
  "DELETE /delegations/{id}": { action: "review.delegate", path: "/delegations/9999" },
  "GET /audit": { action: "audit.read" },
};

/** Routes without a word of who may use them: the open reads, and the what-if, which stores nothing. */
const isOpen = (route: Described) => route.method === "get" || routeOf(route) === "POST /assessments/preview";

test("every route is an open read, or in the table with the action that guards it; nothing else is in the table", () => {
  for (const route of described) {
    if (route["x-action"] === undefined) expect([routeOf(route), isOpen(route)]).toEqual([routeOf(route), true]);
    else expect([routeOf(route), table[routeOf(route)]?.action]).toEqual([routeOf(route), route["x-action"]]);
  }
  const guarded = described.filter((r) => r["x-action"] !== undefined).map(routeOf);
  expect(Object.keys(table).sort()).toEqual(guarded.sort());
});

describe("role × route", async () => {
  const server = await staffedApp();
  // Somebody new for each request: signing out and the like must not spoil the next one.
  const ask = (who: Person | null, route: string, headers: Record<string, string | undefined> = {}) => {
    const [method = "", pattern = ""] = route.split(" ");
    const { path = pattern, body } = table[route] ?? {};
    const type = typeof body === "string" ? { "content-type": "text/csv" } : {};
    return server.ask(method, path, body, { ...(who && { cookie: who.cookie }), ...type, ...headers });
  };
  const guarded = Object.entries(table).filter(([, { action }]) => action !== "anyone") as [
    string,
    { action: keyof typeof permissions },
  ][];

  test.each(guarded)("%s", async (route, { action }) => {
    const nobody = await ask(null, route);
    expect([nobody.status, nobody.headers.get("cache-control")]).toEqual([401, "no-store"]);
    for (const role of roles) {
      const answer = await ask(server.person(role), route);
      const { type } = (
        answer.headers.get("content-type") === "application/problem+json" ? await answer.json() : {}
      ) as { type?: string };
      const refused = type === "urn:moc2030:problem:forbidden";
      expect([role, refused]).toEqual([role, !may(role as Role, action)]);
      expect([role, answer.status === 401, answer.headers.get("cache-control")]).toEqual([
        role,
        route === "POST /session/password" && answer.status === 401,
        "no-store",
      ]);
      expect(answer.status).not.toBe(500);
    }
  });

  const unsafe = Object.keys(table).filter((route) => !route.startsWith("GET "));
  test.each(unsafe)("%s is refused to another site's page, signed in or not, and changes nothing", async (route) => {
    const before = server.events();
    for (const headers of [
      { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
      { "sec-fetch-site": undefined },
    ]) {
      const answer = await ask(server.person("reviewer"), route, headers);
      expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([
        403,
        "urn:moc2030:problem:cross-site",
      ]);
    }
    expect(server.events()).toEqual(before);
  });

  test.each(Object.keys(table))(
    "%s is not served over plain http from elsewhere, nor where there is no sign-in",
    async (route) => {
      const [method = "", pattern = ""] = route.split(" ");
      const { path = pattern } = table[route] ?? {};
      const away = await server.app.request(
        `http://10.0.0.5/api/v1${path}`,
        { method },
        { incoming: { socket: { remoteAddress: "10.0.0.7" } } },
      );
      expect(away.status).toBe(403);
    },
  );

  test("nothing unforeseen happened", () => expect(server.logged).toEqual([]));
});
