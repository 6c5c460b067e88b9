import { createRoute } from "@hono/zod-openapi";
import { assessment } from "@moc2030/shared/schema/assessment";
import { day } from "@moc2030/shared/schema/date";
import { observation } from "@moc2030/shared/schema/observation";
import { releaseRef } from "@moc2030/shared/schema/release";
import { namedReader } from "@moc2030/shared/schema/submission";
import { z } from "zod";
import { listOf, responses } from "../http/describe.ts";
import { invalidParameter, Problem } from "../http/problem.ts";
import { codeList, decimal, idParam, plainRead } from "../http/query.ts";
import { bodyOf, jsonItems, sendBody } from "../http/streamed.ts";
import { createRouter } from "../http/valid.ts";
import { auditHeadOf } from "../observations/audit-head.ts";
import { openRead, resolveReadPoint } from "../observations/read-point.ts";
import { figuresOf, someFiguresOf } from "./changes.ts";
import { compareDays, findRelease, listReleases, releaseContents } from "./queries.ts";

const ledgerEntry = releaseRef.extend({
  origin: z.enum(["seed", "seed_change", "submission"]),
  reconstructed: z.boolean(),
  reason: z.string(),
  enteredBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  approvedOnBehalfOf: z
    .string()
    .nullable()
    .describe(
      "The reviewer in whose place it was approved, by a delegation; null where approvedBy did so in their own right.",
    ),
});

const auditHead = z
  .string()
  .nullable()
  .describe(
    "Head of the audit's chain when the release was sealed; `verify --head` looks for it. Each installation's own.",
  );
const revision = observation.omit({ freq: true, unitMeasure: true });
const figureChange = z.strictObject({ old: revision.nullable(), new: revision });
export const statusChange = z.strictObject({
  targetId: z.string(),
  before: assessment.nullable(),
  after: assessment.nullable(),
});

/** A status in short form for the ledger; the release itself has full assessments. */
const statusInBrief = assessment.pick({
  indicator: true,
  targetYear: true,
  class: true,
  reason: true,
  provisional: true,
  base: true,
  latest: true,
  group: true,
  last: true,
  referenceDate: true,
});

/** Release numbers, separated by commas. */
const idList = codeList
  .refine((ids) => ids.every((id) => idParam.safeParse(id).success), "expected numbers separated by commas")
  .transform((ids) => ids.map(Number));

const list = createRoute({
  method: "get",
  path: "/releases",
  tags: ["Releases"],
  summary: "The ledger, newest first",
  request: {
    query: plainRead.extend({
      limit: decimal("a number", { min: 1, max: 1000 })
        .optional()
        .describe("Only so many, the newest.")
        .meta({ example: 3 }),
      before: idParam
        .optional()
        .describe("Only those before this release: with `limit`, what follows the last one shown.")
        .meta({ example: 54 }),
      id: idList.optional().describe("Only these releases.").meta({ example: "53,52" }),
    }),
  },
  responses: responses(
    listOf(
      ledgerEntry.extend({
        observations: z.int(),
        definitions: z.int(),
        indicators: z.array(z.string()),
        figures: z.array(figureChange),
        statuses: z.array(
          z.strictObject({
            targetId: z.string(),
            before: statusInBrief.nullable(),
            after: statusInBrief.nullable(),
          }),
        ),
      }),
    ).extend({ auditHead }),
    "The releases",
    "invalid",
  ),
});

const index = createRoute({
  method: "get",
  path: "/releases/contents",
  tags: ["Releases"],
  summary: "Every release by number and day, with the indicators that it changed; newest first",
  request: { query: plainRead },
  responses: responses(listOf(releaseRef.extend({ indicators: z.array(z.string()) })), "The releases", "invalid"),
});

const compare = createRoute({
  method: "get",
  path: "/releases/compare",
  tags: ["Releases"],
  summary:
    "What was known on one day and is otherwise on another: the country's figures, statuses, and the releases between",
  request: {
    query: plainRead.extend({
      from: day
        .optional()
        .describe("The earlier day; a year before the other one where none is given. The later day is asOf.")
        .meta({ example: "2024-12-31" }),
    }),
  },
  responses: responses(
    listOf(figureChange).extend({
      from: z.strictObject({ day, release: releaseRef.nullable() }),
      to: z.strictObject({ day, release: releaseRef.nullable() }),
      statuses: z.array(statusChange),
      releases: z.array(ledgerEntry),
    }),
    "What differs",
    "invalid",
  ),
});

const one = createRoute({
  method: "get",
  path: "/releases/{id}",
  tags: ["Releases"],
  summary: "What one release changed: figures old and new, and the statuses that changed with them",
  request: {
    params: z.object({ id: idParam.meta({ example: 53 }) }),
    query: plainRead.extend({
      limit: decimal("a number", { min: 1, max: 2000 })
        .optional()
        .describe(
          "Only so many figures, those of Viet Nam before those of other economies; all, in file order, without.",
        )
        .meta({ example: 100 }),
      offset: decimal("a number", { min: 0, max: 999_999_999 })
        .optional()
        .describe("With `limit`: the figures after so many."),
    }),
  },
  responses: responses(
    z.strictObject({
      release: ledgerEntry,
      earlyReaders: z.array(namedReader).describe("Who saw it before it was published, and from when."),
      observations: z.array(figureChange),
      definitions: z.array(
        z.strictObject({
          kind: z.string(),
          id: z.string(),
          name: z.string(),
          change: z.enum(["added", "revised", "withdrawn"]),
        }),
      ),
      statuses: z.array(statusChange),
      auditHead,
      total: z.int().optional().describe("With `limit`: how many figures it has in all."),
      own: z.int().optional().describe("With `limit`: how many of them are of Viet Nam."),
    }),
    "The release",
    "unknown-code",
    "invalid",
  ),
});

/** The same day a year earlier; 29 February becomes 28. */
const yearBefore = (date: string) => `${Number(date.slice(0, 4)) - 1}${date.slice(4).replace("-02-29", "-02-28")}`;

export const releaseRoutes = createRouter()
  .openapi(list, async (c) => {
    const { limit, before, id, ...query } = c.req.valid("query");
    const { db, at, envelope } = await openRead(c, query);
    const items = await listReleases(db, at, query.lang, { limit, before, ids: id });
    return c.json({ ...envelope, items, auditHead: await auditHeadOf(db, at.release?.id) }, 200);
  })
  .openapi(index, async (c) => {
    const { db, at, envelope } = await openRead(c, c.req.valid("query"));
    return c.json({ ...envelope, items: await releaseContents(db, at) }, 200);
  })
  .openapi(compare, async (c) => {
    const { from, ...query } = c.req.valid("query");
    const { db, at, envelope } = await openRead(c, query);
    if (from !== undefined && from > at.referenceDate)
      throw invalidParameter("from", `expected a day up to ${at.referenceDate}, the later of the two`);
    const earlier = await resolveReadPoint(db, { asOf: from ?? yearBefore(at.referenceDate) }, c.var.now());
    const { items, ...found } = await compareDays(db, earlier, at, query.lang);
    return c.json(
      {
        ...envelope,
        from: { day: earlier.referenceDate, release: earlier.release },
        to: { day: at.referenceDate, release: at.release },
        items,
        ...found,
      },
      200,
    );
  })
  .openapi(one, async (c) => {
    const { id } = c.req.valid("param");
    const { limit, offset, ...query } = c.req.valid("query");
    if (offset !== undefined && limit === undefined) throw invalidParameter("offset", "expected together with limit");
    const { db, at } = await openRead(c, query);
    const known = id <= (at.release?.id ?? 0);
    const found = known ? await findRelease(db, id, query.lang) : undefined;
    if (!found) throw new Problem("unknown-code", `No release has the number ${id}; GET /api/v1/releases lists them.`);
    const { release, earlyReaders, ...texts } = found;
    const after = { ...texts, auditHead: await auditHeadOf(db, id) };
    if (limit !== undefined) {
      const { observations, ...counts } = await someFiguresOf(db, id, query.lang, { limit, offset: offset ?? 0 });
      return c.json({ release, earlyReaders, observations, ...after, ...counts }, 200);
    }
    const body = jsonItems({ release, earlyReaders }, textsOf(figuresOf(db, id, query.lang)), "observations", after);
    return sendBody(c, await bodyOf(body), { "Content-Type": "application/json" }) as never;
  });

/** Parts of a list as texts of JSON, without those that are empty. */
async function* textsOf(parts: AsyncIterable<unknown[]>) {
  for await (const part of parts)
    if (part.length > 0) yield Buffer.from(part.map((item) => JSON.stringify(item)).join(","));
}
