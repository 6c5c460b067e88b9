import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { type MouseEvent, type SubmitEvent, useEffect, useLayoutEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { AddressContext, hrefOf } from "../../address/address.ts";
import { given, type PageSearch, parsePage } from "../../address/search.ts";
import { ViewContext } from "../../address/view.tsx";
import { readSearch } from "../../document/canonical.ts";
import type { ReadAnswer } from "../../document/page.ts";
import { today } from "../../document/today.ts";
import { viewOf } from "../../document/view-of.ts";
import { TextProvider, texts, useText } from "../../text/text.tsx";
import { factsOf, readComparison } from "./comparison.ts";
import { Chart, Picker } from "./explored.tsx";
import { ExplorerContext, type ExplorerParts } from "./explorer-parts.ts";
import { updateOuterLinks } from "./outer-links.ts";
import { ComparePage } from "./page.tsx";
import { type CompareSearch, parseCompare } from "./search.ts";
import { comparisonTitle } from "./wording.ts";

type Search = CompareSearch & PageSearch;

const PATH = "/compare";
const parseQuery = (query: string): Search => {
  const search = readSearch(query);
  return { ...parsePage(search), ...parseCompare(search) };
};

/** Scheme and host as the document has them; null where the server does not know. */
function publicOrigin(): string | null {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
  return canonical && new URL(canonical.href).origin;
}

/** Renders the explorer from the current URL, then replaces the server-rendered element; returns a disposer. */
export async function explore(drawn: HTMLElement): Promise<() => void> {
  const i18n = await texts.of(document.documentElement.lang === "en" ? "en" : "vi");
  const queries = new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: false, retry: 1 } } });
  const width = drawn.querySelector(".chart-drawings")?.getBoundingClientRect().width;
  const place = document.createElement("div");
  const root = createRoot(place);
  const replace = () => {
    const hadFocus = drawn.contains(document.activeElement);
    drawn.replaceWith(place);
    if (hadFocus) place.querySelector<HTMLElement>("[data-explore]")?.focus({ preventScroll: true });
  };
  await new Promise<void>((resolve, reject) => {
    const onFirst = (error: Error | null) => {
      if (error) return reject(error);
      replace();
      resolve();
    };
    root.render(
      <QueryClientProvider client={queries}>
        <TextProvider i18n={i18n}>
          <Explorer place={place} firstWidth={width ?? drawn.clientWidth} onFirst={onFirst} />
        </TextProvider>
      </QueryClientProvider>,
    );
  });
  return () => root.unmount();
}

/** The query of the current URL as state; `show` pushes a history entry. */
function useAddressBar() {
  const [search, setSearch] = useState(() => parseQuery(location.search));
  useEffect(() => {
    const follow = () => setSearch(parseQuery(location.search));
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  const show = (next: Search) => {
    history.pushState(null, "", hrefOf(PATH, next));
    setSearch(next);
  };
  return [search, show] as const;
}

/** Data for a query. The previous data stay while the next are loading or after an error. */
function useComparison({ indicator, areas, from, to, paths, lang, asOf, release }: Search) {
  const asked = { indicator, areas, from, to, paths };
  const point = { lang, asOf, release };
  const { data, error, isPending } = useQuery({
    queryKey: ["comparison", point, asked],
    queryFn: async ({ client }) => {
      const read: ReadAnswer = (one) => client.fetchQuery(one);
      const view = await viewOf(read, given(point), today());
      return { view, compared: await readComparison(read, view, asked, view.asOf ?? today()) };
    },
    structuralSharing: false,
  });
  const [shown, setShown] = useState(data);
  if (data !== undefined && data !== shown) setShown(data);
  return { data: data === undefined ? shown : data, error, isPending };
}

type Props = {
  /** Root element of the explorer. */
  place: HTMLElement;
  firstWidth: number;
  /** Called after the first render, with an error if the data could not be read. */
  onFirst: (error: Error | null) => void;
};

/**
 * The comparison page with the interactive chart. Its links and forms change the URL and render here, without a page
 * load.
 */
function Explorer({ place, firstWidth, onFirst }: Props) {
  const text = useText();
  const [search, show] = useAddressBar();
  const { data, error, isPending } = useComparison(search);
  const hasCome = data !== undefined;
  useLayoutEffect(() => {
    if (hasCome || error) onFirst(hasCome ? null : error);
  }, [hasCome, error, onFirst]);
  useEffect(() => {
    updateOuterLinks(place, PATH, search);
    if (data?.compared) document.title = `${comparisonTitle(factsOf(data.compared), text)} · Mốc 2030`;
  }, [place, search, data, text]);
  if (!data) return null;
  const parts: ExplorerParts = {
    ...{ Chart, Picker, firstWidth },
    onShow: (change) => show({ ...search, ...change }),
    onClose: () => location.assign(hrefOf(PATH, { ...search, explore: undefined })),
  };

  function onClick(event: MouseEvent) {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-same-page]") : null;
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    show(parseQuery(link.search));
  }
  function onSubmit(event: SubmitEvent) {
    event.preventDefault();
    const fields = [...new FormData(event.target as HTMLFormElement)].map(([name, value]) => [name, String(value)]);
    show(parseQuery(new URLSearchParams(fields).toString()));
  }
  return (
    <AddressContext value={{ path: PATH, search, origin: publicOrigin() }}>
      <ViewContext value={data.view}>
        <ExplorerContext value={parts}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: delegated listener for the links and forms inside */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link fires a click */}
          <div onClick={onClick} onSubmit={onSubmit} aria-busy={isPending}>
            {error ? (
              <p role="alert" className="mt-6 border-s-4 border-accent ps-4">
                {text.say("explore.failed")}
              </p>
            ) : null}
            <ComparePage data={data.compared} search={search} />
          </div>
        </ExplorerContext>
      </ViewContext>
    </AddressContext>
  );
}
