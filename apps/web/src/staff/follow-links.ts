import type { AnyRouter } from "@tanstack/react-router";
import { parseSearch } from "../address/search.ts";

/** Client-side navigation for plain links to the app's routes; other links load a document. Returns a disposer. */
export function followLinks(router: AnyRouter): () => void {
  const follow = (event: MouseEvent) => {
    const isForBrowser = event.metaKey || event.altKey || event.ctrlKey || event.shiftKey || event.button !== 0;
    if (isForBrowser || event.defaultPrevented || !(event.target instanceof Element)) return;
    const link = event.target.closest("a");
    if (!link?.href || link.target || link.download || link.origin !== location.origin) return;
    const { pathname, search, hash } = link;
    const isHere = pathname === router.state.location.pathname;
    if (link.getAttribute("href")?.startsWith("#") || !isOwn(router, pathname)) return;
    event.preventDefault();
    const resetScroll = !isHere || link.dataset.samePage === undefined;
    // `retainSearchParams` would keep language and day where the link has none.
    const asked = { lang: undefined, asOf: undefined, ...parseSearch(search) };
    void router.navigate({ to: pathname, search: asked, hash: hash.slice(1), resetScroll });
  };
  document.addEventListener("click", follow);
  return () => document.removeEventListener("click", follow);
}

function isOwn(router: AnyRouter, path: string): boolean {
  const [, params, route] = router.getMatchedRoutes(path);
  // A splat param is an unmatched rest of the path, which may be a public page (/indicators/GII_RANK).
  return route !== undefined && params["**"] === undefined;
}
