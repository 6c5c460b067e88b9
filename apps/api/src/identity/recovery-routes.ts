import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { guardSmallBody } from "../http/body.ts";
import { responses } from "../http/describe.ts";
import { createRouter } from "../http/valid.ts";
import { confirmed } from "./confirm.ts";
import { jsonBody as body } from "./describe.ts";
import { withAudit } from "./people-commands.ts";
import { countRecoveryCodes, renewRecoveryCodes } from "./second-factor.ts";
import { code, problems, tags } from "./shapes.ts";
import { signedIn, signInFor } from "./signed-in.ts";

const left = createRoute({
  method: "get",
  path: "/session/recovery-codes",
  tags,
  summary: "How many of one's recovery codes are unused",
  ...signedIn("session.own"),
  responses: responses(z.strictObject({ left: z.int() }), "The number", "unauthenticated"),
});
const renew = createRoute({
  method: "post",
  path: "/session/recovery-codes",
  tags,
  summary: "Replace one's recovery codes, with a code of one's own authenticator; the new ones are shown once",
  ...signedIn("session.own", guardSmallBody),
  request: { body: body(z.strictObject({ code: code.optional() })) },
  responses: responses(
    z.strictObject({ recoveryCodes: z.array(z.string()) }),
    "The new codes",
    "unauthenticated",
    "confirmation-needed",
    ...problems,
  ),
});

/** One's own recovery codes. */
export const recoveryRoutes = createRouter()
  .openapi(left, async (c) => c.json({ left: await countRecoveryCodes(signInFor(c).db, c.var.actor.id) }, 200))
  .openapi(renew, async (c) => {
    const { db, actor, now } = c.var;
    const signIn = signInFor(c);
    await confirmed(c, c.req.valid("json").code);
    const entry = {
      action: "staff.codes_renewed" as const,
      subject: `staff ${actor.id}`,
      notices: [{ kind: "codes_renewed" as const, to: { person: actor.id } }],
    };
    const recoveryCodes = await withAudit(db, actor, now(), entry, () => renewRecoveryCodes(signIn, actor.id));
    return c.json({ recoveryCodes }, 200);
  });
