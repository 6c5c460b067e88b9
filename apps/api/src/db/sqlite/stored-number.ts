import { canonicalNumber } from "@moc2030/shared/figure/number-text";
import type Sqlite from "better-sqlite3";

/** Registers the SQL function that `storedNumber` calls. */
export function defineStoredNumber(connection: Sqlite.Database) {
  connection.function("canonical_number", { deterministic: true }, (text: unknown) =>
    typeof text === "string" ? canonicalNumber(text) : null,
  );
}

/**
 * SQL of a published number: text stored before migration 0003 in canonical form, NULL if it is no number. Every answer
 * reads figures through it.
 */
export const storedNumber = (column: string): string =>
  // Fast path: up to eleven plain digits and a point are canonical as JSON numbers; the function takes five times as long.
  `CASE WHEN ${column} IS NULL THEN NULL WHEN octet_length(${column}) = min(length(${column}), 11) AND ${column} NOT GLOB '*[^0-9.]*' AND json_valid(${column})
    THEN ${column} ELSE canonical_number(${column}) END`;
