/** Parameters that mail programs, networks and advertisers add to the links that people share; none chooses anything here. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|ttclid|twclid|yclid|igshid|igsh|zarsrc|mc_cid|mc_eid|_ga|_gl)$/i;

/** A query ("?a=b&c=d") without what only follows readers about; the rest of it as it was, empty where nothing is left. */
export function withoutTracking(search: string): string {
  const pairs = search.slice(1).split("&");
  const kept = pairs.filter((pair) => !TRACKING.test(pair.split("=", 1)[0] ?? ""));
  if (kept.length === pairs.length) return search;
  return kept.length > 0 ? `?${kept.join("&")}` : "";
}
