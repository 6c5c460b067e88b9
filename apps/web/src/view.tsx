import { useSearch } from "@tanstack/react-router";
import { createContext, type ReactNode, useContext, useDeferredValue } from "react";
import type { View } from "./api.ts";
import { langOf } from "./search.ts";

type Shown = View & { isChanging: boolean };
const ViewContext = createContext<Shown>({ lang: "vi", asOf: undefined, isChanging: false });

/**
 * The language and day that the page shows. They follow the address one step behind: what is on the screen
 * stays there until everything of the new view has come, so that a switch neither flickers nor mixes languages.
 */
export function ViewProvider({ children }: { children: (view: Shown) => ReactNode }) {
  const search = useSearch({ strict: false });
  const wanted = `${langOf(search)} ${search.asOf ?? ""}`;
  const shown = useDeferredValue(wanted);
  const [lang, asOf] = shown.split(" ") as ["vi" | "en", string];
  const view: Shown = { lang, asOf: asOf || undefined, isChanging: shown !== wanted };
  return <ViewContext value={view}>{children(view)}</ViewContext>;
}

/** The language and day to read and write in. */
export const useView = (): Shown => useContext(ViewContext);
