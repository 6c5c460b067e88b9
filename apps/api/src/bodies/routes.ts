import { createRoute } from "@hono/zod-openapi";
import { assessment } from "@moc2030/shared/schema/assessment";
import { day } from "@moc2030/shared/schema/date";
import { body, indicatorCode, responsibility } from "@moc2030/shared/schema/indicator";
import { localizedSchema } from "@moc2030/shared/schema/localized";
import { timePeriod } from "@moc2030/shared/schema/observation";
import { source } from "@moc2030/shared/schema/source";
import { target } from "@moc2030/shared/schema/target";
import { z } from "zod";
import { assertKnownCode } from "../definitions/known.ts";
import { readOf, responses } from "../http/describe.ts";
import { plainRead } from "../http/query.ts";
import { createRouter } from "../http/valid.ts";
import { indicator } from "../indicators/routes.ts";
import { openRead } from "../observations/read-point.ts";
import { findBody } from "./queries.ts";

/** A term of a role in an indicator; `body` is the one that its source names. */
const duty = localizedSchema(responsibility.extend({ indicator: indicatorCode, body: z.string() }));

const one = createRoute({
  method: "get",
  path: "/bodies/{bodyId}",
  tags: ["Reference data"],
  summary: "One body with the indicators that it answers for",
  description:
    "given: what a paper gives it. sourced: what a source says it has, without a paper. related: what a body that has ended had last, in whose place it stands; no paper gives it these. past: what it had. Targets and assessments are those of the Strategy.",
  request: { params: z.object({ bodyId: z.string().meta({ example: "MOST" }) }), query: plainRead },
  responses: responses(
    readOf({
      referenceDate: day,
      body: localizedSchema(body).nullable(),
      given: z.array(duty),
      sourced: z.array(duty),
      related: z.array(duty),
      past: z.array(duty),
      bodies: z.array(localizedSchema(body)),
      indicators: z.array(localizedSchema(indicator)),
      targets: z.array(target),
      assessments: z.array(assessment),
      due: z.array(
        z.strictObject({
          indicator: indicatorCode,
          timePeriod,
          dueBy: day,
          requestBy: day.nullable(),
          isOut: z.boolean(),
        }),
      ),
      sources: z.array(source),
    }),
    "The body; null where it did not exist yet",
    "unknown-code",
    "invalid",
  ),
});

const nothing = {
  body: null,
  given: [],
  sourced: [],
  related: [],
  past: [],
  bodies: [],
  indicators: [],
  targets: [],
  assessments: [],
  due: [],
  sources: [],
};

/** Single bodies; the list of them is reference data. */
export const bodyRoutes = createRouter().openapi(one, async (c) => {
  const { bodyId } = c.req.valid("param");
  const query = c.req.valid("query");
  await assertKnownCode(c.var.db, "body", bodyId);
  const { db, at, envelope } = await openRead(c, query);
  const found = (await findBody(db, at, bodyId, query.lang)) ?? nothing;
  return c.json({ ...envelope, referenceDate: at.referenceDate, ...found }, 200);
});
