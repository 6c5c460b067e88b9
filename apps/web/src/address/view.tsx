import { createContext, use } from "react";
import type { View } from "../client/api.ts";

/** The language and day that a page shows. */
export const ViewContext = createContext<View>({ lang: "vi", asOf: undefined });

/** The language and day to read and write in. */
export const useView = (): View => use(ViewContext);
