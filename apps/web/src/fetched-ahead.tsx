import { useQueryClient } from "@tanstack/react-query";
import { useLocation, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { firstView } from "./api.ts";
import { useView } from "./view.tsx";

/** A reader who has been at an address for this long may stay there for a while. */
const REST_MS = 300;

/** Whether the reader has asked the browser for as little traffic as can be. */
const savesData = () => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/**
 * Fetches what one press would make of the page: the same in the other language and, on a past day, as it is now. Nothing
 * gives notice of a finger before it presses. It is the first view's answers in one request, which leaves room for it
 * within what a first visit may cost.
 */
export function FetchedAhead() {
  const router = useRouter();
  const queries = useQueryClient();
  const address = useLocation({ select: ({ href }) => href });
  const { lang, asOf } = useView();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address says that the reader has gone on
  useEffect(() => {
    if (savesData()) return;
    const others = [{ lang: lang === "vi" ? ("en" as const) : undefined }, ...(asOf ? [{ asOf: undefined }] : [])];
    async function fetchAs(other: (typeof others)[number]) {
      const change = { to: ".", search: (now: object) => ({ ...now, ...other }) } as const;
      // An unknown page has texts all the same.
      const answers = await firstView(router.buildLocation(change).href).catch(() => ({}));
      for (const [read, answer] of Object.entries(answers))
        if (queries.getQueryData([read]) === undefined) queries.setQueryData([read], answer);
      // Its texts, and what this address asks for beyond a first view.
      await router.preloadRoute(change);
    }
    const resting = setTimeout(() => {
      // What fails is fetched again, and its failure told, once the reader asks for it.
      for (const other of others) fetchAs(other).catch(() => {});
    }, REST_MS);
    return () => clearTimeout(resting);
  }, [router, queries, address, lang, asOf]);
  return null;
}
