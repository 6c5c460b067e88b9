import { startTransition } from "react";
import { createRoot, hydrateRoot, type RootOptions } from "react-dom/client";
import { App, makeQueries } from "./app.tsx";
import { makeRouter } from "./routes.tsx";
import { langOf, parseSearch, parseView } from "./search.ts";
import { firstTexts } from "./text/text.tsx";
import { setToday } from "./today.ts";
import "./style.css";
import "./print.css";

const element = document.getElementById("root");
if (!element) throw new Error("index.html has no #root");
setToday(document.documentElement.dataset.today);
const queries = makeQueries(JSON.parse(document.getElementById("first-view")?.textContent || "{}"));
// As it stands in the link that was followed: the router puts it right.
const asked = { path: location.pathname, search: parseSearch(location.search) };
let isFirst = true;
const router = makeRouter(queries, {
  // A reader who has gone down the document before the page took it over stays there; so does one whom the browser put back.
  scrollRestoration: () => {
    const isThere = isFirst && window.scrollY > 0;
    isFirst = false;
    return !isThere;
  },
});
const isRendered = element.hasChildNodes();
// The router draws one boundary less where the document was rendered on the server.
if (isRendered) router.ssr = { manifest: undefined };

const options: RootOptions = {
  onRecoverableError(error) {
    // The server leaves charts, and what its document has no answer for, to the browser: React calls that 419.
    if (!/#419\b|could not finish this Suspense boundary/.test(String(error))) reportError(error);
  },
};

// What the page is made of has to be here before it takes over what the server has drawn.
void Promise.all([firstTexts.of(langOf(parseView(parseSearch(location.search)))), router.load()]).then(() => {
  const app = <App queries={queries} router={router} asked={asked} />;
  if (isRendered) startTransition(() => void hydrateRoot(element, app, options));
  else createRoot(element).render(app);
});
