import { createContext, use } from "react";
import { stringifySearch } from "./search.ts";

/** Where a page is: its path, and what the page understood of its query. */
export type Address = { path: string; search: Readonly<Record<string, unknown>> };

/** The address of the page that is drawn. */
export const AddressContext = createContext<Address>({ path: "/", search: {} });
export const useAddress = (): Address => use(AddressContext);

/** An address in its canonical spelling. */
export const hrefOf = (path: string, search: Readonly<Record<string, unknown>>, hash?: string): string =>
  path + stringifySearch(search) + (hash ? `#${hash}` : "");
