import { stringifySearch } from "../address/search.ts";
import type { Search } from "./page.ts";

/** A query as a form or a person writes it: a name that comes several times is a list, an empty field says nothing. */
export function readSearch(query: string): Search {
  const search: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query))
    if (value !== "") search[name] = search[name] === undefined ? value : `${search[name]},${value}`;
  return search;
}

/** The one spelling of what a page understood of its query: parameters by name, lists with plain commas, no defaults. */
export const canonicalSearch = (understood: object): string => stringifySearch(understood as Record<string, unknown>);
