import type { MiddlewareHandler } from "hono";
import type { Env } from "./env.ts";

export const SECURITY_HEADERS: Record<string, string> = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Cross-Origin-Opener-Policy": "same-origin",
};

/** Charts for pages elsewhere, the one thing that others may frame: without scripts, and without the session of anybody. */
const EMBEDDED: Record<string, string> = {
  ...SECURITY_HEADERS,
  "Content-Security-Policy":
    "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *",
};

/** The security headers of a path outside the API. */
export const securityHeadersAt = (path: string): Record<string, string> =>
  path.startsWith("/embed/") ? EMBEDDED : SECURITY_HEADERS;

/** Subresources: of these headers browsers honour only `nosniff` on them. */
const SUBRESOURCE = /^(text\/(javascript|css)|font\/)/;

/** Sets the security headers. HSTS is left to the TLS proxy (docs/operating.md). */
export const securityHeaders: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  if (c.get("finished")) return;
  const { headers } = c.res;
  const isSubresource = SUBRESOURCE.test(headers.get("Content-Type") ?? "");
  for (const [name, value] of Object.entries(
    isSubresource ? { "X-Content-Type-Options": "nosniff" } : securityHeadersAt(c.req.path),
  ))
    headers.set(name, value);
};
