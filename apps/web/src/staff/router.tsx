import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRouter,
  Outlet,
  type RouterHistory,
  retainSearchParams,
  useLocation,
  useMatches,
  useRouter,
} from "@tanstack/react-router";
import { useEffect, useMemo } from "react";
import { AddressContext } from "../address/address.ts";
import { langOf, parseSearch, parseView, searchValidator, stringifySearch } from "../address/search.ts";
import { ViewContext } from "../address/view.tsx";
import { Frame } from "../document/frame.tsx";
import { today } from "../document/today.ts";
import { TextProvider, texts } from "../text/text.tsx";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { ErrorPage, NotFoundPage } from "./error-page.tsx";
import { followLinks } from "./follow-links.ts";
import { LiveFigures } from "./live.tsx";
import { staffRoutes } from "./routes.tsx";

/** Root layout, in the language of the URL. */
function App() {
  const router = useRouter();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const search = useMatches({ select: (matches) => matches.at(-1)?.search ?? {} }) as Record<string, unknown>;
  const { lang, asOf } = useMemo(() => ({ lang: langOf(parseView(search)), asOf: parseView(search).asOf }), [search]);
  useEffect(() => followLinks(router), [router]);
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  return (
    <AddressContext value={useMemo(() => ({ path, search }), [path, search])}>
      <ViewContext value={useMemo(() => ({ lang, asOf }), [lang, asOf])}>
        <TextProvider i18n={texts.use(lang)}>
          <Frame today={today()}>
            <Outlet />
          </Frame>
          <LiveFigures />
        </TextProvider>
      </ViewContext>
    </AddressContext>
  );
}

/** Error page for failures of the layout itself, so without text catalogues. */
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
  validateSearch: searchValidator(parseView, () => ["lang", "asOf"]),
  search: { middlewares: [retainSearchParams(["lang", "asOf"])] },
  errorComponent: Broken,
  loaderDeps: ({ search }) => ({ lang: langOf(search) }),
  loader: async ({ deps }) => {
    await texts.of(deps.lang);
  },
  component: App,
});

/** The router of the staff app. */
export const makeRouter = (queries: QueryClient, own: { history?: RouterHistory } = {}) =>
  createRouter({
    routeTree: root.addChildren(staffRoutes(root)),
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
}
