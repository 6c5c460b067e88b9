import { COUNTRY } from "@moc2030/shared/country";
import * as api from "../api.ts";
import type { DataSearch } from "../search.ts";

/** The filter of an address as the API takes it. Without an area it is Viet Nam; `ALL` is every economy. */
export function filterOf(search: DataSearch): api.ObservationFilter {
  const area = search.area?.join(",") ?? COUNTRY;
  return {
    ...(search.indicator ? { indicator: search.indicator.join(",") } : {}),
    ...(area === "ALL" ? {} : { area }),
    ...(search.compiler ? { compiler: search.compiler.join(",") } : {}),
    ...(search.from === undefined ? {} : { from: String(search.from) }),
    ...(search.to === undefined ? {} : { to: String(search.to) }),
    ...(search.history ? { history: search.history } : {}),
    ...(search.include ? { include: search.include } : {}),
  };
}

/** What the data page shows, as four reads. Names are looked up, not read with every figure. */
export const dataReads = (view: api.View, search: DataSearch) => ({
  indicators: api.indicators(view),
  areas: api.areas(view),
  compilers: api.compilers(view),
  figures: api.observations(view, filterOf(search)),
});
