import type { Finding } from "@moc2030/shared/checks";
import type { ImportColumn } from "@moc2030/shared/import-row";
import type { StaffTextId } from "../text/staff-text.tsx";

/** The text that names a field of a figure, as findings call it. */
export const fieldWord = (field: string): StaffTextId => `field.${field as Exclude<Finding["field"], "kind">}`;

/** The text that names a column of a table. */
export const columnFields = {
  INDICATOR: "field.indicator",
  COMPILER: "field.compiler",
  REF_AREA: "field.refArea",
  TIME_PERIOD: "field.timePeriod",
  OBS_VALUE: "field.value",
  VALUE_LIMIT: "field.valueLimit",
  OBS_STATUS: "field.obsStatus",
  CONFIDENCE: "field.confidence",
  RANK_POOL: "field.rankPool",
  SOURCE: "field.source",
  EDITION: "field.edition",
  PUBLISHED: "field.published",
  OBS_COM: "field.comment",
  REASON: "field.reason",
  REASON_TEXT: "field.reasonText",
} as const satisfies Record<ImportColumn, StaffTextId>;
