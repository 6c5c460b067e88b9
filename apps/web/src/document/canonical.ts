import { stringifySearch } from "../address/search.ts";
import type { Search } from "./page.ts";

/** Parses a raw query: different values of one name become a list, repeated and empty ones are dropped. */
export function readSearch(query: string): Search {
  const search = new Map<string, Set<string>>();
  for (const [name, value] of new URLSearchParams(query))
    if (value !== "") search.set(name, (search.get(name) ?? new Set()).add(value));
  return Object.fromEntries([...search].map(([name, values]) => [name, [...values].join(",")]));
}

/** The canonical query: known parameters only, in a fixed order, plain commas, no defaults. */
export const canonicalSearch = (understood: object): string => stringifySearch(understood as Record<string, unknown>);
