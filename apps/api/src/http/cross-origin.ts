import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import type { Env } from "./env.ts";

const READ_METHODS = ["GET", "HEAD", "OPTIONS"];
/** With a wildcard origin browsers send no cookies, so staff data is never exposed. */
export const CORS_HEADERS: Record<string, string> = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers":
    "Content-Disposition, Content-Length, ETag, Link, X-Notice, X-Reference-Date, X-Release",
};
const preflight = cors({
  origin: "*",
  allowMethods: READ_METHODS,
  allowHeaders: ["Accept", "If-None-Match"],
  maxAge: 86_400,
});

/** CORS for reads only. */
export const crossOriginReads: MiddlewareHandler<Env> = async (c, next) => {
  if (!READ_METHODS.includes(c.req.method)) return next();
  if (c.req.method === "OPTIONS") return preflight(c, next);
  await next();
  if (!c.get("finished")) for (const [name, value] of Object.entries(CORS_HEADERS)) c.res.headers.set(name, value);
};
