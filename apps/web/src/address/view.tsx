import { createContext, use } from "react";
import type { View } from "../client/api.ts";

/** Language and as-of date of the page. */
export const ViewContext = createContext<View>({ lang: "vi", asOf: undefined });

/** Language and as-of date for reads and texts. */
export const useView = (): View => use(ViewContext);
