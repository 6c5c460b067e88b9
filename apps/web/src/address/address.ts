import { createContext, use } from "react";
import { stringifySearch } from "./search.ts";

/** A part of an address of which nothing came: the parameter, and what it said, shortened. */
export type NotUnderstood = { name: string; text: string };

/** Where a page is: its path, what the page understood of its query, and what not. */
export type Address = {
  path: string;
  search: Readonly<Record<string, unknown>>;
  notUnderstood?: readonly NotUnderstood[];
  /** Scheme and host as a reader types them, if the server knows. */
  origin?: string | null;
};

/** The URL of the page being rendered. */
export const AddressContext = createContext<Address>({ path: "/", search: {} });
export const useAddress = (): Address => use(AddressContext);

/** A canonical URL. */
export const hrefOf = (path: string, search: Readonly<Record<string, unknown>>, hash?: string): string =>
  path + stringifySearch(search) + (hash ? `#${hash}` : "");
