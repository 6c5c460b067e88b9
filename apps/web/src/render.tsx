import type { RenderPage } from "@moc2030/shared/rendered-page";
import { createMemoryHistory } from "@tanstack/react-router";
import { renderToString } from "react-dom/server";
import { App, makeQueries } from "./app.tsx";
import type { Head } from "./head.ts";
import { makeRouter } from "./routes.tsx";
import { langOf, parseSearch, parseView } from "./search.ts";
import { firstTexts } from "./text/text.tsx";
import { setToday } from "./today.ts";

/** Draws a page on the server, from answers alone: what it has no answer for stands there as its skeleton. */
export const render: RenderPage = async (address, { answers, today }) => {
  const url = new URL(address, "http://page");
  const lang = langOf(parseView(parseSearch(url.search)));
  const queries = makeQueries(answers);
  setToday(today);
  const [router] = await Promise.all([routerAt(address), firstTexts.of(lang)]);
  const asked = { path: url.pathname, search: parseSearch(url.search) };
  const head: Head = { title: "Mốc 2030", description: null };
  const html = renderToString(<App queries={queries} router={router} asked={asked} head={head} />);
  queries.clear();
  const modules = router.state.matches.flatMap(({ staticData: { module, hasPageTexts } }) => [
    ...(hasPageTexts ? [`src/text/pages.${lang}.json`] : []),
    ...(module ? [module] : []),
  ]);
  return { lang, ...head, html, modules: [`src/text/${lang}.json`, ...modules] };

  async function routerAt(href: string): Promise<ReturnType<typeof makeRouter>> {
    const loaded = makeRouter(queries, {
      history: createMemoryHistory({ initialEntries: [href] }),
      // It would put a script into the page, which the security policy stops.
      scrollRestoration: false,
    });
    await loaded.load();
    const result = loaded._serverResult;
    const canonical = result?.type === "redirect" ? result.redirect.headers.get("location") : null;
    // An address with something that no page knows is drawn as the address without it; the browser corrects it.
    return canonical && canonical !== href ? routerAt(canonical) : loaded;
  }
};
