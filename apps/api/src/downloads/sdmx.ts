import type { Db } from "../db/database.ts";
import type { Column } from "../observations/columns.ts";
import { OBS_VALUE } from "../observations/figures-at.ts";
import type { ReadPoint } from "../observations/read-point.ts";
import { columnsFor, linesUnderHeader, type ObservationFilter } from "./rows.ts";

const constant = (csv: string, text: string): Column => ({ csv, json: csv, sql: `'${text}'`, as: "code" });
const KEY = ["INDICATOR", "COMPILER", "REF_AREA", "FREQ", "TIME_PERIOD"];

/**
 * The columns of SDMX-CSV 2.0: structure, dimensions, OBS_VALUE (`NaN` if missing), attributes. With history the
 * release is a dimension, which keeps keys unique.
 */
export function sdmxColumns(filter: ObservationFilter): Column[] {
  const all = columnsFor(filter);
  const named = (name: string) => all.find((c) => c.csv === name) as Column;
  const dimensions = [...KEY, ...(filter.history ? ["RELEASE"] : [])];
  const measure = { ...named("OBS_VALUE"), sql: `coalesce(${OBS_VALUE}, 'NaN')` };
  return [
    constant("STRUCTURE", "dataflow"),
    constant("STRUCTURE_ID", filter.history ? "MOC2030:KPI_REVISIONS(1.0.0)" : "MOC2030:KPI(1.0.0)"),
    constant("ACTION", "I"),
    ...dimensions.map(named),
    measure,
    ...all.filter((c) => c.csv !== "OBS_VALUE" && !dimensions.includes(c.csv)),
  ];
}

/** The observations as SDMX-CSV 2.0. */
export const observationsSdmx = (db: Db, at: ReadPoint, filter: ObservationFilter) =>
  linesUnderHeader(db, at, filter, sdmxColumns(filter));
