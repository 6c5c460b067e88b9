import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouterHistory,
  retainSearchParams,
  useLocation,
  useRouter,
} from "@tanstack/react-router";
import { memo, type ReactNode, useEffect, useMemo } from "react";
import type * as api from "./api.ts";
import { useNotUnderstood, usePageSearch } from "./asked.ts";
import { compareReads } from "./compare/reads.ts";
import { dataReads } from "./data/reads.ts";
import { Frame } from "./document/frame.tsx";
import { FetchedAhead } from "./fetched-ahead.tsx";
import { followLinks } from "./follow-links.ts";
import { LiveFigures } from "./live.tsx";
import { OverviewPage } from "./overview/overview-page.tsx";
import { OverviewSkeleton } from "./overview/overview-skeleton.tsx";
import { overviewReads } from "./overview/reads.ts";
import {
  dropping,
  langOf,
  parseCompare,
  parseData,
  parseSearch,
  parseView,
  stringifySearch,
  type ViewSearch,
} from "./search.ts";
import { staffRoutes } from "./staff-routes.tsx";
import { pageTexts } from "./text/page-text.tsx";
import { firstTexts, TextProvider } from "./text/text.tsx";
import { today } from "./today.ts";
import { AddressContext } from "./ui/address.ts";
import { afterPaint } from "./ui/after-paint.ts";
import { ErrorPage, NotFoundPage } from "./ui/error-page.tsx";
import { PageSkeleton } from "./ui/skeleton.tsx";
import { useView } from "./view.tsx";
import { useIsChanging, ViewProvider } from "./view-provider.tsx";

const viewOf = (search: ViewSearch): api.View => ({ lang: langOf(search), asOf: search.asOf });

/** The frame in one language; it is drawn again when that changes, and not with every step of the router. */
const Speaking = memo(function Speaking({ lang }: { lang: api.View["lang"] }) {
  const i18n = firstTexts.use(lang);
  // The language is part of every element's style: a reader need not wait until all of it has been worked out again.
  useEffect(() => {
    if (document.documentElement.lang !== lang) return afterPaint(() => (document.documentElement.lang = lang));
  }, [lang]);
  return (
    <TextProvider i18n={i18n}>
      <Frame today={today()} notUnderstood={useNotUnderstood()} isBusy={useIsChanging()}>
        <Outlet />
      </Frame>
      <LiveFigures />
      <FetchedAhead />
    </TextProvider>
  );
});

/** The frame itself failed, so that no texts can be relied on: both languages, and the one thing that may help. */
const Broken = () => (
  <main className="shell py-16">
    <h1 className="text-2xl">Không hiện được trang này</h1>
    <p lang="en">This page could not be shown.</p>
    <button type="button" className="button button-main mt-6" onClick={() => location.reload()}>
      Thử lại · Try again
    </button>
  </main>
);

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  validateSearch: dropping(parseView, () => ["lang", "asOf"]),
  search: { middlewares: [retainSearchParams(["lang", "asOf"])] },
  errorComponent: Broken,
  loaderDeps: ({ search }) => ({ lang: langOf(search) }),
  loader: ({ deps }) => void firstTexts.of(deps.lang),
  component: () => (
    <Addressed>
      <ViewProvider>{(view) => <Speaking lang={view.lang} />}</ViewProvider>
    </Addressed>
  ),
});

/** Gives the address to what writes links. */
function Addressed({ children }: { children: ReactNode }) {
  const router = useRouter();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const search = usePageSearch();
  useEffect(() => followLinks(router), [router]);
  return <AddressContext value={useMemo(() => ({ path, search }), [path, search])}>{children}</AddressContext>;
}

const overview = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: OverviewPage,
  pendingComponent: OverviewSkeleton,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    for (const read of Object.values(overviewReads(viewOf(deps)))) void context.queries.prefetchQuery(read as never);
  },
});

/** The public pages other than the overview, whose first view has nothing of what they say. */
function SpeakingPages() {
  const { lang } = useView();
  return (
    <TextProvider i18n={pageTexts.use(lang)}>
      <Outlet />
    </TextProvider>
  );
}

const pages = createRoute({
  getParentRoute: () => root,
  id: "pages",
  staticData: { hasPageTexts: true },
  component: SpeakingPages,
  loaderDeps: ({ search }) => ({ lang: langOf(search) }),
  // A page that is opened comes with its texts; while one that is there changes its language, it stays as it is.
  loader: ({ cause, deps }) => {
    const texts = pageTexts.of(deps.lang);
    return cause === "stay" ? undefined : texts.then(() => {});
  },
});

const compare = createRoute({
  getParentRoute: () => pages,
  path: "/compare",
  staticData: { module: "src/compare/compare-page.tsx" },
  validateSearch: dropping(parseCompare),
  component: lazyRouteComponent(() => import("./compare/compare-page.tsx"), "ComparePage"),
  loaderDeps: ({ search: { lang, asOf, indicator } }) => ({ lang, asOf, indicator }),
  loader: ({ context, deps }) => {
    const reads = compareReads(viewOf(deps as ViewSearch), deps.indicator);
    for (const read of Object.values(reads)) void context.queries.prefetchQuery(read as never);
  },
});

const data = createRoute({
  getParentRoute: () => pages,
  path: "/data",
  staticData: { module: "src/data/data-page.tsx" },
  validateSearch: dropping(parseData),
  component: lazyRouteComponent(() => import("./data/data-page.tsx"), "DataPage"),
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    for (const read of Object.values(dataReads(viewOf(deps), deps))) void context.queries.prefetchQuery(read as never);
  },
});

/** The pages, their addresses, and what each reads first. */
export const makeRouter = (
  queries: QueryClient,
  own: { history?: RouterHistory; scrollRestoration?: boolean | (() => boolean) } = {},
) =>
  createRouter({
    routeTree: root.addChildren([overview, pages.addChildren([compare, data]), ...staffRoutes(root)]),
    context: { queries },
    parseSearch,
    stringifySearch,
    defaultPreload: "intent",
    defaultPreloadStaleTime: 0,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    caseSensitive: true,
    scrollRestoration: true,
    ...own,
  });

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
  interface StaticDataRouteOption {
    /** The source file of the page, where it is a chunk of its own: the document names it, so that it comes at once. */
    module?: string;
    /** Whether what is inside needs the texts of the public pages. */
    hasPageTexts?: boolean;
  }
}
