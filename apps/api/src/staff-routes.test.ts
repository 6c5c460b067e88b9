import type { Action } from "@moc2030/shared/actions";
import { describe, expect, test } from "vitest";
import { apiRoutes } from "./app.ts";
import { type Person, staffedApp } from "./identity/staff.fixture.ts";

type Described = { method: string; path: string; "x-action"?: string };
const described = apiRoutes as unknown as Described[];
const routeOf = ({ method, path }: Described) => `${method.toUpperCase()} ${path}`;

/** Every staff route with its action, and a request that only the role can make fail with 401 or 403. */
const table: Record<string, { action: Action | "anyone"; path?: string; body?: object | string }> = {
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
  "POST /staff/{id}/reset": { action: "staff.manage", path: "/staff/none/reset", body: {} },
  "GET /staff/colleagues": { action: "entry.read" },
  "GET /entry/grid": { action: "entry.read" },
  "GET /entry/figure": { action: "entry.read", path: "/entry/figure?indicator=GII_RANK&year=2026" },
  "GET /entry/past": { action: "entry.read", path: "/entry/past?indicator=GII_RANK&year=2026" },
  "GET /entry/press-sources": { action: "entry.read" },
  "GET /entry/verbatim": { action: "entry.read" },
  "GET /entry/template.csv": { action: "entry.read", path: "/entry/template.csv?indicator=GII_RANK" },
  "GET /entry/publications": { action: "entry.read" },
  "GET /entry/wanted": { action: "entry.read", path: "/entry/wanted?body=MOST" },
  "GET /entry/wanted.xlsx": { action: "entry.read", path: "/entry/wanted.xlsx?body=MOST" },
  "GET /entry/limits": { action: "entry.read" },
  "PUT /entry/limits/{indicator}": { action: "limits.write", path: "/entry/limits/GII_RANK", body: {} },
  "PUT /entry/assignments/{indicator}": {
    action: "assignment.write",
    path: "/entry/assignments/GII_RANK",
    body: { staff: null },
  },
  "GET /enquiries": { action: "entry.read" },
  "POST /enquiries": { action: "submission.write", body: {} },
  "POST /enquiries/{id}/events": { action: "submission.write", path: "/enquiries/9999/events", body: {} },
  "GET /enquiries/{id}/letter.docx": { action: "entry.read", path: "/enquiries/9999/letter.docx" },
  "GET /enquiries/{id}/figures.xlsx": { action: "entry.read", path: "/enquiries/9999/figures.xlsx" },
  "GET /submissions": { action: "submission.read" },
  "GET /submissions/{id}": { action: "submission.read", path: "/submissions/9999" },
  "GET /submissions/{id}/effect": { action: "submission.read", path: "/submissions/9999/effect" },
  "POST /submissions": { action: "submission.write", body: {} },
  "PATCH /submissions/{id}": { action: "submission.write", path: "/submissions/9999", body: {} },
  "POST /submissions/{id}/items": { action: "submission.write", path: "/submissions/9999/items", body: {} },
  "PUT /submissions/{id}/items/{item}": { action: "submission.write", path: "/submissions/9999/items/1", body: {} },
  "DELETE /submissions/{id}/items/{item}": { action: "submission.write", path: "/submissions/9999/items/1" },
  "POST /submissions/{id}/moves": { action: "submission.write", path: "/submissions/9999/moves", body: {} },
  "PUT /submissions/{id}/statements": { action: "submission.write", path: "/submissions/9999/statements", body: {} },
  "POST /submissions/{id}/submit": { action: "submission.write", path: "/submissions/9999/submit" },
  "POST /submissions/{id}/withdraw": { action: "submission.write", path: "/submissions/9999/withdraw" },
  "POST /submissions/{id}/recall": { action: "submission.write", path: "/submissions/9999/recall" },
  "POST /submissions/{id}/copy": { action: "submission.write", path: "/submissions/9999/copy" },
  "POST /submissions/{id}/comments": { action: "submission.write", path: "/submissions/9999/comments", body: {} },
  "POST /submissions/dry-run": { action: "submission.write", body: "TIME_PERIOD" },
  "POST /submissions/effect": { action: "submission.write", body: "TIME_PERIOD" },
  "GET /submissions/{id}/rows": { action: "submission.write", path: "/submissions/9999/rows" },
  "POST /submissions/table": { action: "submission.write", body: "TIME_PERIOD" },
  "POST /submissions/{id}/import": {
    action: "submission.write",
    path: "/submissions/9999/import",
    body: "TIME_PERIOD",
  },
  "POST /evidence": { action: "submission.write", path: "/evidence?name=x.pdf", body: "no pdf" },
  "GET /evidence/{sha256}": { action: "evidence.read", path: `/evidence/${"0".repeat(64)}` },
  "GET /scheduled": { action: "submission.read" },
  "GET /submissions/{id}/past": { action: "submission.read", path: "/submissions/9999/past" },
  "GET /reviews": { action: "review.decide" },
  "POST /submissions/{id}/review": { action: "review.decide", path: "/submissions/9999/review", body: {} },
  "POST /submissions/{id}/unschedule": { action: "review.decide", path: "/submissions/9999/unschedule", body: {} },
  "POST /submissions/{id}/early-readers": {
    action: "review.decide",
    path: "/submissions/9999/early-readers",
    body: {},
  },
  "GET /delegations": { action: "submission.read" },
  "POST /delegations": { action: "review.delegate", body: {} },
  "POST /delegations/{id}/confirm": { action: "review.appoint", path: "/delegations/9999/confirm" },
  "POST /delegations/{id}/accept": { action: "review.stand_in", path: "/delegations/9999/accept" },
  "DELETE /delegations/{id}": { action: "review.end_delegation", path: "/delegations/9999" },
  "GET /absences": { action: "submission.read" },
  "POST /absences": { action: "absence.write", body: {} },
  "DELETE /absences/{id}": { action: "absence.write", path: "/absences/9999" },
  "GET /notices": { action: "session.own" },
  "GET /mail": { action: "staff.manage" },
  "GET /session/recovery-codes": { action: "session.own" },
  "POST /session/recovery-codes": { action: "session.own", body: {} },
  "PUT /session/language": { action: "session.own", body: {} },
  "POST /session/authenticator": { action: "session.own", body: {} },
  "POST /session/authenticator/confirm": { action: "session.own", body: {} },
  "GET /session/email": { action: "session.own" },
  "POST /session/email": { action: "session.own", body: {} },
  "POST /session/email/confirm": { action: "session.own", body: {} },
  "POST /staff/{id}/email": { action: "staff.manage", path: "/staff/none/email", body: {} },
  "PUT /staff/{id}/email": { action: "staff.manage", path: "/staff/none/email", body: {} },
  "GET /audit": { action: "audit.read" },
  "GET /staff/health": { action: "health.read" },
};

/**
 * Who passes the guard of each route: C contributor, R reviewer, A administrator, S a contributor acting as a delegate,
 * "all" anyone. Spelled out independently of the permission table under test.
 */
const matrix: Record<string, string> = {
  "GET /session": "all",
  "POST /session": "all",
  "POST /session/second-factor": "all",
  "POST /session/link": "all",
  "POST /session/link/password": "all",
  "POST /session/link/confirm": "all",
  "DELETE /session": "CRAS",
  "GET /session/all": "CRAS",
  "DELETE /session/all/{id}": "CRAS",
  "POST /session/password": "CRAS",
  "GET /staff": "--A-",
  "POST /staff": "--A-",
  "PATCH /staff/{id}": "--A-",
  "POST /staff/{id}/reset": "--A-",
  "GET /staff/colleagues": "CRAS",
  "GET /entry/grid": "CRAS",
  "GET /entry/figure": "CRAS",
  "GET /entry/past": "CRAS",
  "GET /entry/press-sources": "CRAS",
  "GET /entry/verbatim": "CRAS",
  "GET /entry/template.csv": "CRAS",
  "GET /entry/publications": "CRAS",
  "GET /entry/wanted": "CRAS",
  "GET /entry/wanted.xlsx": "CRAS",
  "GET /entry/limits": "CRAS",
  "PUT /entry/limits/{indicator}": "-R--",
  "PUT /entry/assignments/{indicator}": "-RA-",
  "GET /enquiries": "CRAS",
  "POST /enquiries": "CR-S",
  "POST /enquiries/{id}/events": "CR-S",
  "GET /enquiries/{id}/letter.docx": "CRAS",
  "GET /enquiries/{id}/figures.xlsx": "CRAS",
  "GET /submissions": "CRAS",
  "GET /submissions/{id}": "CRAS",
  "GET /submissions/{id}/effect": "CRAS",
  "POST /submissions": "CR-S",
  "PATCH /submissions/{id}": "CR-S",
  "POST /submissions/{id}/items": "CR-S",
  "PUT /submissions/{id}/items/{item}": "CR-S",
  "DELETE /submissions/{id}/items/{item}": "CR-S",
  "POST /submissions/{id}/moves": "CR-S",
  "PUT /submissions/{id}/statements": "CR-S",
  "POST /submissions/{id}/submit": "CR-S",
  "POST /submissions/{id}/withdraw": "CR-S",
  "POST /submissions/{id}/recall": "CR-S",
  "POST /submissions/{id}/copy": "CR-S",
  "POST /submissions/{id}/comments": "CR-S",
  "POST /submissions/dry-run": "CR-S",
  "POST /submissions/effect": "CR-S",
  "GET /submissions/{id}/rows": "CR-S",
  "POST /submissions/table": "CR-S",
  "POST /submissions/{id}/import": "CR-S",
  "POST /evidence": "CR-S",
  "GET /evidence/{sha256}": "CRAS",
  "GET /scheduled": "CRAS",
  "GET /submissions/{id}/past": "CRAS",
  "GET /reviews": "-R-S",
  "POST /submissions/{id}/review": "-R-S",
  "POST /submissions/{id}/unschedule": "-R-S",
  "POST /submissions/{id}/early-readers": "-R-S",
  "GET /delegations": "CRAS",
  "POST /delegations": "-RA-",
  "POST /delegations/{id}/confirm": "--A-",
  "POST /delegations/{id}/accept": "CR-S",
  "DELETE /delegations/{id}": "CRAS",
  "GET /absences": "CRAS",
  "POST /absences": "CRAS",
  "DELETE /absences/{id}": "CRAS",
  "GET /notices": "CRAS",
  "GET /mail": "--A-",
  "GET /session/recovery-codes": "CRAS",
  "POST /session/recovery-codes": "CRAS",
  "PUT /session/language": "CRAS",
  "POST /session/authenticator": "CRAS",
  "POST /session/authenticator/confirm": "CRAS",
  "GET /session/email": "CRAS",
  "POST /session/email": "CRAS",
  "POST /session/email/confirm": "CRAS",
  "POST /staff/{id}/email": "--A-",
  "PUT /staff/{id}/email": "--A-",
  "GET /audit": "-RA-",
  "GET /staff/health": "--A-",
};

/** Routes without an action: public reads, and the what-if, which stores nothing. */
const isOpen = (route: Described) => route.method === "get" || routeOf(route) === "POST /assessments/preview";

test("every route is a public read or in the table with its action, and nothing else is in the table", () => {
  for (const route of described) {
    if (route["x-action"] === undefined) expect([routeOf(route), isOpen(route)]).toEqual([routeOf(route), true]);
    else expect([routeOf(route), table[routeOf(route)]?.action]).toEqual([routeOf(route), route["x-action"]]);
  }
  const guarded = described.filter((r) => r["x-action"] !== undefined).map(routeOf);
  expect(Object.keys(table).sort()).toEqual(guarded.sort());
  expect(Object.keys(matrix).sort()).toEqual(guarded.sort());
});

describe("role × route", async () => {
  const server = await staffedApp();
  // A new person per request, because some requests sign out or change the session.
  const ask = (who: Person | null, route: string, headers: Record<string, string | undefined> = {}) => {
    const [method = "", pattern = ""] = route.split(" ");
    const { path = pattern, body } = table[route] ?? {};
    const type = typeof body === "string" ? { "content-type": "text/csv" } : {};
    return server.ask(method, path, body, { ...(who && { cookie: who.cookie }), ...type, ...headers });
  };
  const reviewer = await server.person("reviewer", "Hoa");
  /** A new person, by letter of the matrix. */
  async function somebody(letter: string): Promise<Person> {
    if (letter !== "S")
      return await server.person(({ C: "contributor", R: "reviewer", A: "administrator" } as const)[letter as "C"]);
    const standIn = await server.person("contributor", "Minh");
    const asked = await reviewer.post("/delegations", { standIn: standIn.actor.id, endsAt: "2026-11-30T00:00:00Z" });
    const [{ id }] = ((await asked.json()) as { items: [{ id: number }] }).items.slice(-1) as [{ id: number }];
    expect((await standIn.post(`/delegations/${id}/accept`)).status).toBe(200);
    return standIn;
  }
  const guarded = Object.entries(matrix).filter(([, who]) => who !== "all");

  test.each(guarded)("%s: %s", async (route, who) => {
    const nobody = await ask(null, route);
    expect([nobody.status, nobody.headers.get("cache-control")]).toEqual([401, "no-store"]);
    let passed = "";
    for (const letter of "CRAS") {
      const answer = await ask(await somebody(letter), route);
      const { type } = (
        answer.headers.get("content-type") === "application/problem+json" ? await answer.json() : {}
      ) as { type?: string };
      passed += type === "urn:moc2030:problem:forbidden" ? "-" : letter;
      expect([letter, answer.status === 401, answer.headers.get("cache-control")]).toEqual([
        letter,
        route === "POST /session/password" && answer.status === 401,
        "no-store",
      ]);
      expect(answer.status).not.toBe(500);
    }
    expect(passed).toBe(who);
  });

  const unsafe = Object.keys(table).filter((route) => !route.startsWith("GET "));
  test.each(unsafe)("%s rejects cross-site requests, signed in or not, and changes nothing", async (route) => {
    const before = await server.events();
    for (const headers of [
      { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
      { "sec-fetch-site": undefined },
    ]) {
      const answer = await ask(await server.person("reviewer"), route, headers);
      expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([
        403,
        "urn:moc2030:problem:cross-site",
      ]);
    }
    expect(await server.events()).toEqual(before);
  });

  test.each(Object.keys(table))(
    "%s is not served over plain http from elsewhere, nor without sign-in",
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

  test("nothing was logged as an unexpected error", () => expect(server.logged).toEqual([]));
});
