import type { MiddlewareHandler } from "hono";
import type { Env } from "./env.ts";

/** Headers that keep a browser from doing what no page here asks of it. */
export const SECURITY: Record<string, string> = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Cross-Origin-Opener-Policy": "same-origin",
};

/** Parts of a page, for which a browser reads none of them but that their type is what it says. */
const PART = /^(text\/(javascript|css)|font\/)/;

/** Sets them on every answer that can be a page. TLS in front adds HSTS (docs/operating.md). */
export const securityHeaders: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  if (c.get("finished")) return;
  const { headers } = c.res;
  const isPart = PART.test(headers.get("Content-Type") ?? "");
  for (const [name, value] of Object.entries(isPart ? { "X-Content-Type-Options": "nosniff" } : SECURITY))
    headers.set(name, value);
};
