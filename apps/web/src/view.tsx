import { useSearch } from "@tanstack/react-router";
import { createContext, type ReactNode, useContext, useDeferredValue, useMemo } from "react";
import type { View } from "./api.ts";
import { langOf } from "./search.ts";

/** For a part of a page that keeps showing another view for a while. */
export const ViewContext = createContext<View>({ lang: "vi", asOf: undefined });
const ChangingContext = createContext(false);

/**
 * The language and day that the page shows. They follow the address one step behind: what is on the screen
 * stays there until everything of the new view has come, so that a switch neither flickers nor mixes languages.
 */
export function ViewProvider({ children }: { children: (view: View) => ReactNode }) {
  const search = useSearch({ strict: false });
  const wanted = `${langOf(search)} ${search.asOf ?? ""}`;
  const shown = useDeferredValue(wanted);
  const view = useMemo((): View => {
    const [lang, asOf] = shown.split(" ") as ["vi" | "en", string];
    return { lang, asOf: asOf || undefined };
  }, [shown]);
  return (
    <ChangingContext value={shown !== wanted}>
      <ViewContext value={view}>{children(view)}</ViewContext>
    </ChangingContext>
  );
}

/** The language and day to read and write in. */
export const useView = (): View => useContext(ViewContext);

/** Whether another view has been asked for and not come yet. */
export const useIsChanging = (): boolean => useContext(ChangingContext);
