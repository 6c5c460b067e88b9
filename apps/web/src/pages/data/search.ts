import { COUNTRY } from "@moc2030/shared/figure/country";
import { AREA, COMPILER, codes, INDICATOR, years } from "../../address/search.ts";
import type { ObservationFilter } from "../../client/api.ts";
import { sortOf, sortText } from "./rows.ts";

/** What the address of the data page can say, in the API's own words; `area=ALL` is every economy, none is Viet Nam. */
export type DataSearch = {
  indicator?: string[];
  area?: string[];
  compiler?: string[];
  from?: number;
  to?: number;
  history?: "true";
  include?: "target";
  labels?: "both";
  /** The file is the whole database, whatever the table shows. */
  full?: "true";
  /** A column, with "-" before it the other way round. */
  sort?: string;
  page?: number;
};

/** As many codes as fit into an address that people still send each other. */
const MOST_CODES = 60;

/** Reads the address of the data page. */
export function parseData(search: Readonly<Record<string, unknown>>): DataSearch {
  const lists = {
    indicator: codes(search.indicator, INDICATOR, MOST_CODES),
    area: codes(search.area, AREA, MOST_CODES),
    compiler: codes(search.compiler, COMPILER, MOST_CODES),
  };
  const sort = sortText(sortOf(search.sort));
  const page = /^[1-9]\d{0,3}$/.test(String(search.page)) ? Number(search.page) : 1;
  return {
    ...(lists.indicator ? { indicator: lists.indicator } : {}),
    ...(lists.area ? { area: lists.area.includes("ALL") ? ["ALL"] : lists.area } : {}),
    ...(lists.compiler ? { compiler: lists.compiler } : {}),
    ...years(search),
    ...(search.history === "true" ? { history: "true" as const } : {}),
    ...(search.include === "target" ? { include: "target" as const } : {}),
    ...(search.labels === "both" ? { labels: "both" as const } : {}),
    ...(search.full === "true" ? { full: "true" as const } : {}),
    ...(sort ? { sort } : {}),
    ...(page > 1 ? { page } : {}),
  };
}

/** What of an address is asked of the file with the whole database too. */
const optionsOf = ({ history, include }: DataSearch): ObservationFilter => ({
  ...(history ? { history } : {}),
  ...(include ? { include } : {}),
});

/** The filter of an address as the API takes it. Without an area it is Viet Nam; `ALL` is every economy. */
export function filterOf(search: DataSearch): ObservationFilter {
  const area = search.area?.join(",") ?? COUNTRY;
  return {
    ...(search.indicator ? { indicator: search.indicator.join(",") } : {}),
    ...(area === "ALL" ? {} : { area }),
    ...(search.compiler ? { compiler: search.compiler.join(",") } : {}),
    ...(search.from === undefined ? {} : { from: String(search.from) }),
    ...(search.to === undefined ? {} : { to: String(search.to) }),
    ...optionsOf(search),
  };
}

/** The same for the file, which can be of the whole database and name what its codes stand for. */
export const fileFilterOf = (search: DataSearch): ObservationFilter => ({
  ...(search.full ? optionsOf(search) : filterOf(search)),
  ...(search.labels ? { labels: search.labels } : {}),
});
