/** Tracking parameters that mail programs, social networks and advertisers append to links. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|ttclid|twclid|yclid|igshid|igsh|zarsrc|mc_cid|mc_eid|_ga|_gl)$/i;

/** Whether a parameter is one of those. */
export const isTracking = (name: string): boolean => TRACKING.test(name);

/** A query string ("?a=b&c=d") without tracking parameters; empty if nothing is left. */
export function withoutTracking(search: string): string {
  const pairs = search.slice(1).split("&");
  const kept = pairs.filter((pair) => !isTracking(new URLSearchParams(pair).keys().next().value ?? ""));
  if (kept.length === pairs.length) return search;
  return kept.length > 0 ? `?${kept.join("&")}` : "";
}
