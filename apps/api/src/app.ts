import { BlockList } from "node:net";
import type { ChartRequest, DrawChart } from "@moc2030/shared/page/chart-file";
import type { Owner } from "@moc2030/shared/page/page";
import type { ReportRequest, WriteReport } from "@moc2030/shared/page/report";
import { assessmentRoutes } from "./assessments/routes.ts";
import { bodyRoutes } from "./bodies/routes.ts";
import { chartRoutes } from "./charts/routes.ts";
import { citationRoutes } from "./citations/routes.ts";
import type { Letterhead } from "./config.ts";
import { correctionRoutes } from "./corrections/routes.ts";
import type { Db } from "./db/database.ts";
import { definitionRoutes } from "./definitions/routes.ts";
import { observationRoutes } from "./downloads/routes.ts";
import { followedRoutes } from "./followed/routes.ts";
import { healthRoutes } from "./health.ts";
import { knownAddresses, stripTracking } from "./http/addresses.ts";
import { cached, type RequestHead } from "./http/cached.ts";
import { CORS_HEADERS, crossOriginReads } from "./http/cross-origin.ts";
import { formats } from "./http/formats.ts";
import { sharedLifetimes } from "./http/lifetimes.ts";
import { negotiated } from "./http/negotiated.ts";
import { openApiDocument } from "./http/openapi.ts";
import { Problem, problemResponse } from "./http/problem.ts";
import { referenceRoutes } from "./http/reference.ts";
import { noteRoute } from "./http/route-of.ts";
import { SECURITY_HEADERS, securityHeaders, securityHeadersAt } from "./http/security.ts";
import { oneByOne } from "./http/slots.ts";
import { createRouter } from "./http/valid.ts";
import { absenceRoutes } from "./identity/absence-routes.ts";
import { accountRoutes } from "./identity/account-routes.ts";
import { delegationRoutes } from "./identity/delegation-routes.ts";
import { linkRoutes } from "./identity/link-routes.ts";
import { staffRoutes } from "./identity/people-routes.ts";
import { recoveryRoutes } from "./identity/recovery-routes.ts";
import { Refusals } from "./identity/refusals.ts";
import { sessionRoutes } from "./identity/routes.ts";
import type { SignIn } from "./identity/sign-in.ts";
import { indicatorRoutes } from "./indicators/routes.ts";
import { issuedReportRoutes } from "./issued-reports/routes.ts";
import type { ClockState } from "./monitoring/clock.ts";
import { createMonitor } from "./monitoring/monitor.ts";
import { monitoringRoutes } from "./monitoring/routes.ts";
import { newestReleaseId } from "./observations/read-point.ts";
import { noticeRoutes } from "./outbox/notice-routes.ts";
import { ReleaseEvents } from "./outbox/release-events.ts";
import { eventRoutes } from "./outbox/routes.ts";
import { cardRoutes } from "./pages/cards.ts";
import { crawlerRoutes } from "./pages/crawlers.ts";
import { documentRoutes } from "./pages/documents.ts";
import { staffApp } from "./pages/staff-app.ts";
import type { Web } from "./pages/web-files.ts";
import { releaseRoutes } from "./releases/routes.ts";
import { reportRoutes } from "./report/routes.ts";
import { revisionRoutes } from "./revisions/routes.ts";
import { dueRoutes } from "./submissions/due/routes.ts";
import { enquiryRoutes } from "./submissions/enquiries/routes.ts";
import { limitRoutes } from "./submissions/entry/limit-routes.ts";
import { entryRoutes } from "./submissions/entry/routes.ts";
import { evidenceRoutes } from "./submissions/evidence/routes.ts";
import { evidenceDirFor } from "./submissions/evidence/store.ts";
import { importRoutes } from "./submissions/import/routes.ts";
import { reviewRoutes } from "./submissions/review/routes.ts";
import { submissionRoutes } from "./submissions/routes.ts";
import { statementRoutes } from "./submissions/statements/routes.ts";
import { threadRoutes } from "./submissions/threads/routes.ts";
import { targetRoutes } from "./targets/routes.ts";
import { auditRoutes } from "./verify/routes.ts";

/** All routes under /api/v1. */
const api = createRouter()
  .route("/", indicatorRoutes)
  .route("/", chartRoutes)
  .route("/", citationRoutes)
  .route("/", observationRoutes)
  .route("/", assessmentRoutes)
  .route("/", targetRoutes)
  .route("/", definitionRoutes)
  .route("/", bodyRoutes)
  .route("/", releaseRoutes)
  .route("/", followedRoutes)
  .route("/", correctionRoutes)
  .route("/", revisionRoutes)
  .route("/", reportRoutes)
  .route("/", issuedReportRoutes)
  .route("/", sessionRoutes)
  .route("/", linkRoutes)
  .route("/", recoveryRoutes)
  .route("/", accountRoutes)
  .route("/", staffRoutes)
  .route("/", entryRoutes)
  .route("/", dueRoutes)
  .route("/", enquiryRoutes)
  .route("/", limitRoutes)
  .route("/", importRoutes)
  .route("/", submissionRoutes)
  .route("/", statementRoutes)
  .route("/", threadRoutes)
  .route("/", reviewRoutes)
  .route("/", delegationRoutes)
  .route("/", absenceRoutes)
  .route("/", evidenceRoutes)
  .route("/", noticeRoutes)
  .route("/", monitoringRoutes)
  .route("/", auditRoutes);

/** For the typed client of the pages. */
export type App = typeof api;

/** Every route description with its schemas. */
export const apiRoutes = api.openAPIRegistry.definitions.flatMap((d) => (d.type === "route" ? [d.route] : []));

const API_HEADERS = { ...SECURITY_HEADERS, ...CORS_HEADERS };

/** Dependencies of the app; `now` is the clock. */
export type AppOptions = {
  db: Db;
  now: () => Date;
  /** Without it no staff routes are served. */
  signIn?: SignIn;
  /** Copies of sources; by default a folder beside the database. */
  evidenceDir?: string;
  events?: ReleaseEvents;
  /** The built pages; without them only the API is served. */
  web?: Web;
  drawChart?: DrawChart;
  writeReport?: WriteReport;
  /** Public origin, for links in files. */
  origin?: string;
  /** Who signs letters and reports. */
  letterhead?: Letterhead;
  /** Where readers report errors. */
  contact?: string;
  /** Who is answerable for this copy. */
  owner?: Owner | null;
  /** Backups are copied to another machine. */
  copiesBackups?: boolean;
  /** Size limit of the response cache. */
  cacheBytes?: number;
  /** Proxies whose X-Forwarded-For is believed. */
  trusted?: BlockList;
  /** Whether something keeps the machine's clock; by default as the machine says. */
  askClock?: () => Promise<ClockState>;
  log?: (requestId: string, error: unknown) => void;
};

/** The app as a fetch handler; `findCached` looks up cached responses before routing. */
export function createApp(options: AppOptions) {
  const { db, now, signIn, web, origin = "", contact, owner = null, cacheBytes, log = () => {} } = options;
  const {
    evidenceDir = evidenceDirFor(db.file),
    events = new ReleaseEvents(
      () => newestReleaseId(db),
      (error) => log("events", error),
    ),
  } = options;
  const { trusted = new BlockList(), drawChart, writeReport, letterhead = {}, copiesBackups = false } = options;
  const refusals = new Refusals(db);
  const {
    middleware: cache,
    find,
    usage,
  } = cached({
    version: () => newestReleaseId(db),
    always: (path) => (path.startsWith("/api/") ? API_HEADERS : securityHeadersAt(path)),
    ...(cacheBytes !== undefined && { limitBytes: cacheBytes }),
  });
  const monitor = createMonitor({ db, now, streams: () => events.size, cache: usage, askClock: options.askClock });
  const app = createRouter();
  const read = async (address: string) => app.request(address);
  const readJson = async (address: string): Promise<unknown> => {
    const answer = await read(address);
    if (!answer.ok) throw new Error(`No answer at ${address}`);
    return answer.json();
  };
  app.onError((error, c) => problemResponse(error, c, log));
  app.notFound((c) => problemResponse(new Problem("not-found", `Nothing is at ${c.req.path}.`), c, log));
  app.use(noteRoute);
  app.use(sharedLifetimes);
  app.use(securityHeaders);
  app.use((c, next) => {
    c.set("db", db);
    c.set("now", now);
    c.set("signIn", signIn);
    c.set("evidenceDir", evidenceDir);
    c.set("events", events);
    c.set("origin", origin);
    c.set("trusted", trusted);
    c.set("letterhead", letterhead);
    c.set("owner", owner);
    c.set("contact", contact ?? null);
    c.set("copiesBackups", copiesBackups);
    c.set("monitor", monitor);
    c.set("refusals", refusals);
    c.set("drawChart", drawChart && ((request: ChartRequest) => drawChart(request, readJson)));
    c.set("writeReport", writeReport && ((request: ReportRequest) => writeReport(request, oneByOne(readJson))));
    return next();
  });
  app.use(stripTracking, knownAddresses(app));
  app.route("/", healthRoutes);
  app.route("/api/v1", eventRoutes);
  app.use("/api/v1/*", crossOriginReads, negotiated("/api/v1", apiRoutes), cache);
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
    const { routes, unknown } = documentRoutes(web, { contact: contact ?? null, owner, keep: cache, log, read });
    app.route("/", routes);
    app.route("/", cardRoutes(web.documents, { keep: cache, read }));
    app.route("/", crawlerRoutes(web.documents, { keep: cache, read }));
    app.route("/", staffApp(web, unknown));
  }
  // Most requests hit the cache, which needs neither a Request nor the router.
  return Object.assign(app, { findCached: (request: RequestHead) => find(request, now()), monitor });
}
