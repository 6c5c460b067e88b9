import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useMatches, useSearch } from "@tanstack/react-router";
import { createContext, type ReactNode, use, useMemo } from "react";
import type { View } from "./api.ts";
import { langOf } from "./search.ts";
import { pageTexts } from "./text/page-text.tsx";
import { firstTexts } from "./text/text.tsx";
import { useComplete } from "./use-answers.ts";
import { ViewContext } from "./view.tsx";

const ChangingContext = createContext(false);

const viewOf = (wanted: string): View => {
  const [lang, asOf] = wanted.split(" ") as ["vi" | "en", string];
  return { lang, asOf: asOf || undefined };
};

/** The language and day that the page shows. They follow the address one step behind, so that a switch neither flickers nor mixes languages. */
export function ViewProvider({ children }: { children: (view: View) => ReactNode }) {
  const queries = useQueryClient();
  const search = useSearch({ strict: false });
  const saysMore = useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.hasPageTexts) });
  const wanted = `${langOf(search)} ${search.asOf ?? ""}`;
  const shown = useComplete(wanted, (next) => isThere(queries, viewOf(next), saysMore));
  const view = useMemo(() => viewOf(shown), [shown]);
  return (
    <ChangingContext value={shown !== wanted}>
      <ViewContext value={view}>{children(view)}</ViewContext>
    </ChangingContext>
  );
}

/** Whether the texts of a view have come, and an answer for every read that the page has on the screen now. */
const isThere = (queries: QueryClient, { lang, asOf }: View, saysMore: boolean): boolean =>
  (saysMore ? pageTexts : firstTexts).has(lang) &&
  queries
    .getQueryCache()
    .findAll({ type: "active" })
    .every(({ queryKey: [address, ...rest] }) => {
      // Only a read of the API says by its address what it would be in another view.
      if (rest.length > 0) return false;
      const other = new URL(String(address), "http://page");
      other.searchParams.set("lang", lang);
      if (asOf) other.searchParams.set("asOf", asOf);
      else other.searchParams.delete("asOf");
      return queries.getQueryData([`${other.pathname}${other.search}`]) !== undefined;
    });

/** Whether another view has been asked for and not come yet. */
export const useIsChanging = (): boolean => use(ChangingContext);
