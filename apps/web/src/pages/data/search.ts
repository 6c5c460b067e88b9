import { COUNTRY } from "@moc2030/shared/figure/country";
import { AREA, COMPILER, codes, given, INDICATOR, oneOf, pageNumber, years } from "../../address/search.ts";
import type { ObservationFilter } from "../../client/api.ts";
import { sortOf, sortText } from "./rows.ts";

/** Query parameters of the data page, named as in the API; `area=ALL` is every economy, no `area` is Viet Nam. */
export type DataSearch = {
  indicator?: string[];
  area?: string[];
  compiler?: string[];
  from?: number;
  to?: number;
  history?: "true";
  include?: "target";
  labels?: "both";
  /** The download is the whole database instead of the filtered rows. */
  full?: "true";
  /** A column; descending with a leading "-". */
  sort?: string;
  page?: number;
  /** Name or code of indicators to list, where there are too many to list all. */
  find?: string;
};

/** Maximum number of codes per parameter, so that the URL stays short enough to share. */
const MOST_CODES = 60;

/** Parses the query of the data page. */
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
    find: search.find === undefined ? undefined : oneLine(String(search.find)).slice(0, 60) || undefined,
  });
}

const oneLine = (text: string) => text.replace(/[\p{C}\s]+/gu, " ").trim();

/** The parameters that apply to the full file too. */
const optionsOf = ({ history, include }: DataSearch): ObservationFilter => given({ history, include });

/** The API's filter for a query; `area` defaults to Viet Nam, `ALL` is every economy. */
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

/** The API's filter for the download, which honours `full` and `labels`. */
export const fileFilterOf = (search: DataSearch): ObservationFilter => ({
  ...(search.full ? optionsOf(search) : filterOf(search)),
  ...given({ labels: search.labels }),
});
