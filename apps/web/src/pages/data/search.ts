import { COUNTRY } from "@moc2030/shared/figure/country";
import { AREA, COMPILER, codes, given, INDICATOR, oneOf, pageNumber, years } from "../../address/search.ts";
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
  const area = codes(search.area, AREA, MOST_CODES);
  return given({
    indicator: codes(search.indicator, INDICATOR, MOST_CODES),
    area: area?.includes("ALL") ? ["ALL"] : area,
    compiler: codes(search.compiler, COMPILER, MOST_CODES),
    ...years(search),
    history: oneOf(search.history, ["true"]),
    include: oneOf(search.include, ["target"]),
    labels: oneOf(search.labels, ["both"]),
    full: oneOf(search.full, ["true"]),
    sort: sortText(sortOf(search.sort)),
    page: pageNumber(search.page),
  });
}

/** What of an address is asked of the file with the whole database too. */
const optionsOf = ({ history, include }: DataSearch): ObservationFilter => given({ history, include });

/** The filter of an address as the API takes it. Without an area it is Viet Nam; `ALL` is every economy. */
export function filterOf(search: DataSearch): ObservationFilter {
  const area = search.area?.join(",") ?? COUNTRY;
  return given({
    indicator: search.indicator?.join(","),
    area: area === "ALL" ? undefined : area,
    compiler: search.compiler?.join(","),
    from: search.from?.toString(),
    to: search.to?.toString(),
    ...optionsOf(search),
  });
}

/** The same for the file, which can be of the whole database and name what its codes stand for. */
export const fileFilterOf = (search: DataSearch): ObservationFilter => ({
  ...(search.full ? optionsOf(search) : filterOf(search)),
  ...given({ labels: search.labels }),
});
