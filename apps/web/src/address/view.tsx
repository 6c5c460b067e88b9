import { createContext, use } from "react";
import type { View } from "../client/api.ts";

/** Language and read point of the page. */
export const ViewContext = createContext<View>({ lang: "vi", asOf: undefined });

/** Language and read point for reads, links and texts. */
export const useView = (): View => use(ViewContext);
