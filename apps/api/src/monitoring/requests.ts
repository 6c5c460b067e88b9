import { Counter, Histogram, type Registry } from "prom-client";
import type { Answered } from "../http/listen.ts";

/** Doors of sign-in at which somebody shows a password, a second factor or a one-time link. */
const SIGN_IN = /^\/api\/v1\/session(\/second-factor|\/link.*)?$/;
const REFUSED: readonly number[] = [401, 403, 429];
/** Lasts as long as its page is open. */
const STREAM = "/api/v1/events";
const SLOW_SECONDS = 0.5;

/** Counts and times answered requests, by the pattern of their route: addresses are without number. */
export function countRequests(registry: Registry) {
  const histogram = new Histogram({
    name: "moc2030_http_request_duration_seconds",
    help: "Time from a request's head to the end of its answer, by pattern of the route and status.",
    labelNames: ["route", "status"],
    buckets: [0.005, 0.025, 0.1, 0.5, 2.5, 10],
    registers: [registry],
  });
  const failures = new Counter({
    name: "moc2030_sign_in_failures_total",
    help: "Sign-ins refused since the start: wrong password, second factor or link, or too many attempts.",
    registers: [registry],
  });
  const counts = { answered: 0, failed: 0, slow: 0, signInsRefused: 0 };
  return {
    counts,
    observe({ method, route, status, seconds }: Answered) {
      histogram.observe({ route, status }, seconds);
      counts.answered += 1;
      if (status >= 500) counts.failed += 1;
      if (seconds > SLOW_SECONDS && route !== STREAM) counts.slow += 1;
      if (method !== "POST" || !REFUSED.includes(status) || !SIGN_IN.test(route)) return;
      failures.inc();
      counts.signInsRefused += 1;
    },
  };
}
