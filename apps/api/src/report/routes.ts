import { createRoute } from "@hono/zod-openapi";
import type { ReportRequest, WriteReport } from "@moc2030/shared/page/report";
import { type Report, report } from "@moc2030/shared/schema/report";
import type { Context, MiddlewareHandler } from "hono";
import { pngOf } from "../charts/png.ts";
import { DOCX } from "../downloads/docx.ts";
import { fileResponses, responses } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { mediaType } from "../http/formats.ts";
import { Problem } from "../http/problem.ts";
import { slots } from "../http/slots.ts";
import { createRouter } from "../http/valid.ts";
import { guard } from "../identity/signed-in.ts";
import { openRead, type ReadPoint } from "../observations/read-point.ts";
import { reportDocument } from "./document.ts";
import { officialFrame, officialLines, openInFrame, summaryFrame } from "./frames.ts";
import { type ReportQuery, reportQuery, reportRequest } from "./query.ts";
import { reportWorkbook } from "./workbook.ts";

declare module "hono" {
  interface ContextVariableMap {
    /** Writes a report; undefined without the built pages. */
    writeReport: ((request: ReportRequest) => ReturnType<WriteReport>) | undefined;
  }
}

/** Refusals of whoever is not signed in, among them the pages, which are drawn for everybody. */
const NOT_SIGNED_IN = new Set(["unauthenticated", "sign-in-off", "unavailable"]);

/** The official form is for who is signed in; others are told where the summary is. */
const officialForStaff: MiddlewareHandler<Env> = async (c, next) => {
  const url = new URL(c.req.url);
  if (url.searchParams.get("form") !== "official") return next();
  try {
    return await guard("entry.read")(c, next);
  } catch (error) {
    if (!(error instanceof Problem) || !NOT_SIGNED_IN.has(error.slug)) throw error;
    for (const name of ["form", "number", "date", "to"]) url.searchParams.delete(name);
    const summary = url.pathname + url.search;
    throw new Problem(
      "forbidden",
      `The draft of an official report is for staff who are signed in. The summary for everybody is at ${summary}.`,
    );
  }
};

const PROBLEMS = ["invalid", "not-found", "forbidden", "unavailable", "busy"] as const;
const route = <P extends string>(path: P, summary: string) => ({
  method: "get" as const,
  path,
  tags: ["Report"],
  summary,
  description:
    "Written from what was known at a release or on a day; what is given in the same words gives the same bytes. “[…]” is left for its author.",
  middleware: officialForStaff,
  request: { query: reportQuery },
});
const json = createRoute({
  ...route("/report", "How far the Strategy has come in a period, in parts and tables"),
  responses: responses(report, "The report", ...PROBLEMS),
});
const document = createRoute({
  ...route("/report.docx", "The same as a text document, with charts"),
  responses: fileResponses(DOCX, ...PROBLEMS),
});
const workbook = createRoute({
  ...route("/report.xlsx", "The tables of the same as an Excel workbook"),
  responses: fileResponses(mediaType("xlsx"), ...PROBLEMS),
});

/** One report is written at a time. */
const inTurn = slots({
  atOnce: 1,
  waiting: 40,
  refusal: () =>
    new Problem("busy", "Many reports are being written; try again in a minute.", [], { "Retry-After": "60" }),
});

/** What `make` makes of a request, once for all who ask for the same at a time. */
async function made<T extends object>(c: Context<Env>, query: ReportQuery, kind: string, make: () => Promise<T>) {
  const { at } = await openRead(c, query);
  const { db, origin, letterhead } = c.var;
  const key = ["report", kind, at.release?.id, at.referenceDate, origin, JSON.stringify([query, letterhead])];
  return { at, answer: await db.remember(key.join(" "), () => inTurn(make)) };
}

/** The report that is asked for, with all open places counted. */
async function reportAt(c: Context<Env>, query: ReportQuery): Promise<{ found: Report; at: ReadPoint }> {
  const { at } = await openRead(c, query);
  const { db, writeReport, letterhead } = c.var;
  const request = await reportRequest(db, query, at);
  if (!writeReport) throw new Problem("unavailable", "Reports are written by the built pages, which are not here.");
  const found = await writeReport(request);
  if (!found) throw new Problem("not-found", "Nothing of the Strategy was published by then.");
  if (query.form === "summary") return { found, at };
  const frame = officialLines(found, query, letterhead);
  return { found: { ...found, frame, open: found.open + openInFrame(frame, found.appendices.length) }, at };
}

async function documentAt(c: Context<Env>, query: ReportQuery): Promise<Buffer> {
  const { found, at } = await reportAt(c, query);
  const { db, letterhead, drawChart, origin } = c.var;
  if (!drawChart) throw new Problem("unavailable", "Charts are drawn by the built pages, which are not here.");
  const { lang, form, asOf, release } = query;
  const drawPng = (code: string) => {
    const when = { asOf, release, referenceDate: at.referenceDate };
    const request = {
      ...when,
      page: "indicator",
      code,
      milestones: undefined,
      lang,
      theme: "light",
      width: 640,
      origin,
    } as const;
    return db.remember(`chart ${at.release?.id} ${JSON.stringify(request)}`, async () =>
      pngOf(await drawChart(request)),
    );
  };
  const address =
    origin &&
    `${origin}/report?${new URLSearchParams(
      Object.entries({ ...query, form: undefined }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)]],
      ),
    )}`;
  const frame = form === "official" ? officialFrame(found, query, letterhead) : summaryFrame(found, address);
  return reportDocument(found, frame, drawPng);
}

async function send(c: Context<Env>, query: ReportQuery, ending: "docx" | "xlsx", make: () => Promise<Buffer>) {
  const { at, answer } = await made(c, query, ending, make);
  const kind = query.form === "official" ? "bao-cao" : "report";
  return c.body(new Uint8Array(answer), 200, {
    "Content-Type": ending === "docx" ? DOCX : mediaType("xlsx"),
    "Content-Disposition": `attachment; filename="moc2030_${kind}_${query.period ?? at.referenceDate.slice(0, 4)}_r${at.release?.id ?? 0}.${ending}"`,
  }) as never;
}

/** The report of a period: everybody's summary, and the draft of an official one for staff. */
export const reportRoutes = createRouter()
  .openapi(json, async (c) => {
    const query = c.req.valid("query");
    const { answer } = await made(c, query, "json", async () => (await reportAt(c, query)).found);
    return c.json(answer, 200);
  })
  .openapi(document, (c) => {
    const query = c.req.valid("query");
    return send(c, query, "docx", () => documentAt(c, query));
  })
  .openapi(workbook, (c) => {
    const query = c.req.valid("query");
    return send(c, query, "xlsx", async () => reportWorkbook((await reportAt(c, query)).found));
  });
