import { createRoute } from "@hono/zod-openapi";
import { commitmentDefinition, orientationDefinition, trialDefinition } from "@moc2030/shared/schema/commitment";
import { body, compiler } from "@moc2030/shared/schema/indicator";
import { line } from "@moc2030/shared/schema/line";
import { localizedSchema } from "@moc2030/shared/schema/localized";
import { areaDefinition, milestoneDefinition, source } from "@moc2030/shared/schema/source";
import { progressStatus, statement, statementKind, trialStatus } from "@moc2030/shared/schema/statement";
import { documentDefinition, target } from "@moc2030/shared/schema/target";
import { lastDay } from "@moc2030/shared/text/date";
import { localize } from "@moc2030/shared/text/lang";
import type { Context } from "hono";
import { z } from "zod";
import { fileResponse, fileResponses, listOf, responses } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { fileHeaders, mediaType } from "../http/formats.ts";
import { codeList, csvRead, plainRead, type ReadQuery, readQuery } from "../http/query.ts";
import { type CsvOptions, csvFile } from "../http/table.ts";
import { createRouter } from "../http/valid.ts";
import { describedBy } from "../observations/link.ts";
import { openRead } from "../observations/read-point.ts";
import { type Definitions, listCompilers, listDefinitions, listDocuments } from "./queries.ts";
import { listStatements, progressOf, stageOf } from "./statements.ts";
import { targetTable } from "./tables.ts";
import { localizeTarget } from "./target.ts";

const list = <P extends string, S extends z.ZodType>(path: P, item: S, summary: string) =>
  createRoute({
    method: "get",
    path,
    tags: ["Reference data"],
    summary,
    request: { query: plainRead },
    responses: responses(listOf(item), summary, "invalid"),
  });

const targetList = createRoute({
  method: "get",
  path: "/targets",
  tags: ["Reference data"],
  summary: "Targets of all documents, with their wording",
  request: { query: csvRead },
  responses: responses(listOf(target), "The targets", "invalid", "not-acceptable"),
});
Object.assign(targetList.responses[200].content, fileResponse(mediaType("csv")).content);
const targetFile = createRoute({
  method: "get",
  path: "/targets.csv",
  tags: ["Reference data"],
  summary: "Targets of all documents as an RFC 4180 file",
  request: { query: csvRead },
  responses: fileResponses(mediaType("csv"), "invalid"),
});

async function targetsAt(c: Context<Env>, query: ReadQuery) {
  const { db, at, envelope } = await openRead(c, query);
  const known = await listDefinitions(db, "target", at.release?.id ?? null);
  return { at, envelope, targets: known.filter((t) => t.inForceFrom <= at.referenceDate) };
}

async function sendTargets(c: Context<Env>, query: ReadQuery & CsvOptions) {
  const { at, targets } = await targetsAt(c, query);
  c.header("Link", describedBy(at, query.lang, undefined));
  return c.body(csvFile(targetTable(targets, query.lang), query), 200, fileHeaders("targets", "csv", at.release?.id));
}

const document = localizedSchema(documentDefinition);
const orientation = localizedSchema(orientationDefinition.extend({ status: progressStatus }));
const commitment = localizedSchema(commitmentDefinition.extend({ status: progressStatus }));
const trial = localizedSchema(trialDefinition.extend({ status: trialStatus }));
const milestone = localizedSchema(milestoneDefinition);
const area = localizedSchema(areaDefinition);

const sourceList = createRoute({
  method: "get",
  path: "/sources",
  tags: ["Reference data"],
  summary: "Where figures and texts were read",
  request: {
    query: z.strictObject({ ...readQuery, id: codeList.optional().describe("Ids of sources, separated by commas.") }),
  },
  responses: responses(listOf(source), "Where figures and texts were read", "invalid"),
});

const statementList = createRoute({
  method: "get",
  path: "/statements",
  tags: ["Reference data"],
  summary: "What staff recorded that is not a figure: remarks of responsible bodies, states of duties and proposals",
  request: {
    query: z.strictObject({
      ...readQuery,
      kind: statementKind.optional().describe("Statements of one kind alone."),
      subject: line(100)
        .optional()
        .describe("Statements about one target, commitment, orientation or trial, by its id."),
    }),
  },
  responses: responses(listOf(statement), "The statements, as their authors wrote them", "invalid"),
});

/** Reference data: everything that is not a figure. */
export const definitionRoutes = createRouter()
  .openapi(targetList, async (c) => {
    const query = c.req.valid("query");
    if (c.get("accepted")) return (await sendTargets(c, query)) as never;
    const { envelope, targets } = await targetsAt(c, query);
    return c.json({ ...envelope, items: targets.map((t) => localizeTarget(t, query.lang)) }, 200);
  })
  .openapi(targetFile, (c) => sendTargets(c, c.req.valid("query")) as never)
  .openapi(list("/documents", document, "Legal documents that set targets"), async (c) => {
    const { lang, ...when } = c.req.valid("query");
    const { db, at, envelope } = await openRead(c, when);
    return c.json({ ...envelope, items: localize(await listDocuments(db, at), lang) }, 200);
  })
  .openapi(sourceList, async (c) => {
    const { id, ...query } = c.req.valid("query");
    const { items, ...envelope } = await localizedList(c, query, "source");
    return c.json({ ...envelope, items: id ? items.filter((one) => id.includes(one.id)) : items }, 200);
  })
  .openapi(
    list("/orientations", orientation, "Policy orientations of the Strategy, in the compilers' own order"),
    async (c) => {
      const query = c.req.valid("query");
      const { db, at, envelope } = await openRead(c, query);
      const release = at.release?.id ?? null;
      const items = (await listDefinitions(db, "orientation", release)).sort((a, b) => a.order - b.order);
      const statusOf = await progressOf(db, "orientation", release);
      const listed = items.map((item) => ({ ...localize(item, query.lang), status: statusOf(item.id) }));
      return c.json({ ...envelope, items: listed }, 200);
    },
  )
  .openapi(
    list("/commitments", commitment, "What was promised outside the Decision, as the sources quote it"),
    async (c) => {
      const query = c.req.valid("query");
      const { db, at, envelope } = await openRead(c, query);
      const release = at.release?.id ?? null;
      const items = (await listDefinitions(db, "commitment", release))
        .filter((item) => lastDay(item.date) <= at.referenceDate)
        .sort((a, b) => (a.topic === b.topic ? a.order - b.order : a.topic < b.topic ? -1 : 1));
      const statusOf = await progressOf(db, "commitment", release);
      const listed = items.map((item) => ({ ...localize(item, query.lang), status: statusOf(item.id) }));
      return c.json({ ...envelope, items: listed }, 200);
    },
  )
  .openapi(
    list("/trials", trial, "Firms' proposals for policies and controlled trials, with how far each has come"),
    async (c) => {
      const query = c.req.valid("query");
      const { db, at, envelope } = await openRead(c, query);
      const release = at.release?.id ?? null;
      const items = (await listDefinitions(db, "trial", release))
        .filter((item) => lastDay(item.date) <= at.referenceDate)
        .sort((a, b) => a.order - b.order);
      const statusOf = await stageOf(db, release);
      const listed = items.map((item) => ({ ...localize(item, query.lang), status: statusOf(item.id) }));
      return c.json({ ...envelope, items: listed }, 200);
    },
  )
  .openapi(statementList, async (c) => {
    const { kind, subject, ...query } = c.req.valid("query");
    const { db, at, envelope } = await openRead(c, query);
    const items = (await listStatements(db, at.release?.id ?? null)).filter(
      (one) => one.kind === (kind ?? one.kind) && one.subject === (subject ?? one.subject),
    );
    return c.json({ ...envelope, items }, 200);
  })
  .openapi(list("/milestones", milestone, "Dated events up to the reference date, oldest first"), async (c) => {
    const query = c.req.valid("query");
    const { db, at, envelope } = await openRead(c, query);
    const items = (await listDefinitions(db, "milestone", at.release?.id ?? null))
      .filter((m) => lastDay(m.date) <= at.referenceDate)
      .sort((a, b) => (lastDay(a.date) < lastDay(b.date) ? -1 : 1));
    return c.json({ ...envelope, items: localize(items, query.lang) }, 200);
  })
  .openapi(list("/areas", area, "Economies, and groups with their members"), async (c) =>
    c.json(await localizedList(c, c.req.valid("query"), "area"), 200),
  )
  .openapi(
    list("/compilers", localizedSchema(compiler), "Who makes the figures, by the names of the day, with terms of use"),
    async (c) => {
      const { lang, ...when } = c.req.valid("query");
      const { db, at, envelope } = await openRead(c, when);
      return c.json({ ...envelope, items: localize(await listCompilers(db, at), lang) }, 200);
    },
  )
  .openapi(list("/bodies", localizedSchema(body), "Organisations that answer for indicators"), async (c) =>
    c.json(await localizedList(c, c.req.valid("query"), "body"), 200),
  );

async function localizedList<K extends keyof Definitions>(c: Context<Env>, { lang, ...when }: ReadQuery, kind: K) {
  const { db, at, envelope } = await openRead(c, when);
  return { ...envelope, items: localize(await listDefinitions(db, kind, at.release?.id ?? null), lang) };
}
