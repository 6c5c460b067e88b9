import { BlockList } from "node:net";
import type { ChartRequest, DrawChart } from "@moc2030/shared/chart-file";
import { assessmentRoutes } from "./assessments/routes.ts";
import { chartRoutes } from "./charts/routes.ts";
import type { Db } from "./db/database.ts";
import { definitionRoutes } from "./definitions/routes.ts";
import { observationRoutes } from "./downloads/routes.ts";
import { healthRoutes } from "./health.ts";
import { knownAddresses, untracked } from "./http/addresses.ts";
import { type Asked, cached } from "./http/cached.ts";
import { crossOriginReads, READABLE } from "./http/cross-origin.ts";
import { formats } from "./http/formats.ts";
import { negotiated } from "./http/negotiated.ts";
import { openApiDocument } from "./http/openapi.ts";
import { Problem, problemResponse } from "./http/problem.ts";
import { referenceRoutes } from "./http/reference.ts";
import { SECURITY, securityHeaders } from "./http/security.ts";
import { createRouter } from "./http/valid.ts";
import { delegationRoutes } from "./identity/delegation-routes.ts";
import { linkRoutes } from "./identity/link-routes.ts";
import { staffRoutes } from "./identity/people-routes.ts";
import { Refusals } from "./identity/refusals.ts";
import { sessionRoutes } from "./identity/routes.ts";
import type { SignIn } from "./identity/sign-in.ts";
import { indicatorRoutes } from "./indicators/routes.ts";
import { withoutAuditHead } from "./observations/audit-head.ts";
import { newestReleaseId } from "./observations/read-point.ts";
import { ReleaseEvents } from "./outbox/release-events.ts";
import { eventRoutes } from "./outbox/routes.ts";
import { documentRoutes } from "./pages/documents.ts";
import { staffApp } from "./pages/staff-app.ts";
import type { Web } from "./pages/web-files.ts";
import { releaseRoutes } from "./releases/routes.ts";
import { entryRoutes } from "./submissions/entry/routes.ts";
import { evidenceRoutes } from "./submissions/evidence/routes.ts";
import { evidenceDirFor } from "./submissions/evidence/store.ts";
import { importRoutes } from "./submissions/import/routes.ts";
import { reviewRoutes } from "./submissions/review/routes.ts";
import { submissionRoutes } from "./submissions/routes.ts";
import { auditRoutes } from "./verify/routes.ts";

/** Every route under /api/v1. */
const api = createRouter()
  .route("/", indicatorRoutes)
  .route("/", chartRoutes)
  .route("/", observationRoutes)
  .route("/", assessmentRoutes)
  .route("/", definitionRoutes)
  .route("/", releaseRoutes)
  .route("/", sessionRoutes)
  .route("/", linkRoutes)
  .route("/", staffRoutes)
  .route("/", entryRoutes)
  .route("/", importRoutes)
  .route("/", submissionRoutes)
  .route("/", reviewRoutes)
  .route("/", delegationRoutes)
  .route("/", evidenceRoutes)
  .route("/", auditRoutes);

/** The type from which the pages' client is made. */
export type App = typeof api;

/** Every described route, with the schemas that check it. */
export const apiRoutes = api.openAPIRegistry.definitions.flatMap((d) => (d.type === "route" ? [d.route] : []));

const API_HEADERS = { ...SECURITY, ...READABLE };

/** What a server is made of. `now` is the clock; `signIn` is absent where no staff are served; `evidenceDir` holds copies of sources (beside the figures unless given); `events` tells open pages of releases; `web` the built pages, absent where only the API is served, and `drawChart` what draws charts with them; `origin` its public address, for links in files; `contact` whom readers write to about an error; `cacheBytes` bounds the finished answers that it keeps; `trusted` are the proxies whose X-Forwarded-For is believed; `log` takes unforeseen errors. */
export type Parts = {
  db: Db;
  now: () => Date;
  signIn?: SignIn;
  evidenceDir?: string;
  events?: ReleaseEvents;
  web?: Web;
  drawChart?: DrawChart;
  origin?: string;
  contact?: string;
  cacheBytes?: number;
  trusted?: BlockList;
  log?: (requestId: string, error: unknown) => void;
};

/** The whole server as one fetch handler; `kept` gives the answers that it holds ready, without asking it. */
export function createApp(parts: Parts) {
  const { db, now, signIn, web, origin = "", contact, cacheBytes, log = () => {} } = parts;
  const {
    evidenceDir = evidenceDirFor(db.file),
    events = new ReleaseEvents(
      () => newestReleaseId(db),
      (error) => log("events", error),
    ),
  } = parts;
  const { trusted = new BlockList(), drawChart } = parts;
  const refusals = new Refusals(db);
  const app = createRouter();
  /** An answer of the API as text; null for a problem. */
  const read = async (address: string) => {
    const answer = await app.request(address);
    return answer.ok ? withoutAuditHead(await answer.text()) : null;
  };
  const readJson = async (address: string): Promise<unknown> => {
    const answer = await read(address);
    if (answer === null) throw new Error(`No answer at ${address}`);
    return JSON.parse(answer);
  };
  app.onError((error, c) => problemResponse(error, c, log));
  app.notFound((c) => problemResponse(new Problem("not-found", `Nothing is at ${c.req.path}.`), c, log));
  app.use(securityHeaders);
  app.use((c, next) => {
    c.set("db", db);
    c.set("now", now);
    c.set("signIn", signIn);
    c.set("evidenceDir", evidenceDir);
    c.set("events", events);
    c.set("origin", origin);
    c.set("trusted", trusted);
    c.set("refusals", refusals);
    c.set("drawChart", drawChart && ((request: ChartRequest) => drawChart(request, readJson)));
    return next();
  });
  app.use(untracked, knownAddresses(app));
  app.route("/", healthRoutes);
  const { keep, find } = cached({
    version: () => newestReleaseId(db),
    always: (path) => (path.startsWith("/api/") ? API_HEADERS : SECURITY),
    ...(cacheBytes !== undefined && { limitBytes: cacheBytes }),
  });
  app.route("/api/v1", eventRoutes);
  app.use("/api/v1/*", crossOriginReads, negotiated("/api/v1", apiRoutes), keep);
  app.route("/api/v1", api);
  app.get("/api/v1/openapi.json", (c) => {
    c.header("Cache-Control", "no-cache");
    return c.json(openApiDocument(api));
  });
  app.route("/api/v1", referenceRoutes);
  app.get("/api/v1/:file{(observations|targets|assessments)\\.[^/]+}", () => {
    const suffixes = Object.keys(formats).map((format) => `.${format}`);
    throw new Problem("not-acceptable", `Formats: ${suffixes.join(", ")}; targets and assessments: .csv.`);
  });
  if (web) {
    const around = { contact: contact ?? null, keep, log, read: async (address: string) => app.request(address) };
    const { routes, unknown } = documentRoutes(web, around);
    app.route("/", routes);
    app.route("/", staffApp(web, unknown));
  }
  // A kept answer needs neither Request nor router: most requests are for one.
  return Object.assign(app, { kept: (asked: Asked) => find(asked, now()) });
}
