import { createContext, use } from "react";
import type { View } from "./api.ts";

/** The language and day that a page shows. */
export const ViewContext = createContext<View>({ lang: "vi", asOf: undefined });
/** For a part of a page that may keep showing another view for a while: see `HeldText`. */
export const HeldView = createContext<View | null>(null);

/** The language and day to read and write in. */
export const useView = (): View => use(HeldView) ?? use(ViewContext);
