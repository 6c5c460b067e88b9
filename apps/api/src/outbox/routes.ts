import { Hono } from "hono";
import { clientAddress } from "../http/client-address.ts";
import type { Env } from "../http/env.ts";
import { addressBucket } from "../identity/limits.ts";

/** Server-sent events: `event: release` with the newest release id; a reconnecting page sends the last one it saw. */
export const eventRoutes = new Hono<Env>().get("/events", (c) => {
  const last = c.req.header("last-event-id") ?? c.req.query("after");
  const after = last && /^\d{1,9}$/.test(last) ? Number(last) : null;
  return c.body(c.var.events.open(after, addressBucket(clientAddress(c))), 200, {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-store",
    // Disables buffering in nginx.
    "X-Accel-Buffering": "no",
  });
});
