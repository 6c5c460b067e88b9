import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { responses } from "../http/describe.ts";
import { createRouter } from "../http/valid.ts";
import { READS } from "../identity/describe.ts";
import { listPeople } from "../identity/people.ts";
import { signedIn, signInFor } from "../identity/signed-in.ts";
import { MISSING, missingOf } from "./missing.ts";

const instant = z.iso.datetime();
const count = z.int().min(0);

const health = createRoute({
  method: "get",
  path: "/staff/health",
  tags: ["Staff"],
  summary: "How the installation is: since when the server runs, what it did, backups, disk, mail, and what is missing",
  ...signedIn("health.read"),
  responses: responses(
    z.strictObject({
      missing: z.array(z.enum(MISSING)).describe("What an administrator has to see to"),
      since: instant.describe("Since when the server runs; requests, cache and refused sign-ins count from then on"),
      requests: z.strictObject({
        answered: count,
        failed: count,
        slow: count.describe("Those that took more than half a second"),
        signInsRefused: count,
      }),
      loopDelayMs: count.describe("A request waits for its turn so long at most, in 99 of 100 cases"),
      cache: z.strictObject({ hits: count, misses: count, bytes: count }),
      streams: count.describe("Pages that hear of releases by themselves"),
      release: z.strictObject({ id: z.int(), publishedAt: instant }).nullable(),
      overdue: count.describe("Figures whose day has passed, and nobody has proposed one"),
      mail: z.strictObject({ waiting: count, failed: count }),
      backupAt: instant.nullable().describe("The last complete backup"),
      restoreTestAt: instant.nullable().describe("When a backup was last restored to try it"),
      freeBytes: count,
      walBytes: count,
      clock: z.enum(["synchronised", "off", "unknown"]),
    }),
    "How it is",
    ...READS,
  ),
});

/** The state of the installation, for whoever looks after it. */
export const monitoringRoutes = createRouter().openapi(health, async (c) => {
  const { monitor, owner, contact, origin, copiesBackups, now } = c.var;
  const { since, backup, release, ...rest } = await monitor.read();
  const { db: staff, mails } = signInFor(c);
  const able = (await listPeople(staff)).filter(
    ({ role, ready, disabled }) => role === "administrator" && ready && !disabled,
  );
  const settings = { owner, contact, origin, mails, copies: copiesBackups, administrators: able.length };
  return c.json(
    {
      missing: missingOf({ backup, ...rest }, settings, now()),
      since: since.toISOString(),
      release: release && { id: release.id, publishedAt: release.publishedAt },
      backupAt: backup.madeAt ?? null,
      restoreTestAt: backup.testedAt ?? null,
      ...rest,
    },
    200,
  );
});
