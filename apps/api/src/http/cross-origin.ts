import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import type { Env } from "./env.ts";

const methods = ["GET", "HEAD", "OPTIONS"];
/** What lets a page of any origin read an answer and its headers. Browsers never send cookies where the origin is `*`, so what is for signed-in staff stays closed. */
export const READABLE: Record<string, string> = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers":
    "Content-Disposition, Content-Length, ETag, Link, X-Notice, X-Reference-Date, X-Release",
};
const preflight = cors({
  origin: "*",
  allowMethods: methods,
  allowHeaders: ["Accept", "If-None-Match"],
  maxAge: 86_400,
});

/** Opens reads, and only reads, to pages of any origin. */
export const crossOriginReads: MiddlewareHandler<Env> = async (c, next) => {
  if (!methods.includes(c.req.method)) return next();
  if (c.req.method === "OPTIONS") return preflight(c, next);
  await next();
  if (!c.get("finished")) for (const [name, value] of Object.entries(READABLE)) c.res.headers.set(name, value);
};
