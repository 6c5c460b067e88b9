import { canonicalNumber } from "@moc2030/shared/number-text";
import type Sqlite from "better-sqlite3";

/** Gives a connection the SQL function behind `storedNumber`. */
export function defineStoredNumber(connection: Sqlite.Database) {
  connection.function("canonical_number", { deterministic: true }, (text: unknown) =>
    typeof text === "string" ? canonicalNumber(text) : null,
  );
}

/** SQL of the published number that a column of texts holds: what was stored before migration 0003 in its canonical form, NULL where it is no number. Every answer that prints a figure reads it so. */
export const storedNumber = (column: string): string =>
  // Up to eleven characters (no NUL among them) a JSON number without sign or exponent is canonical; the function costs five times as much.
  `CASE WHEN ${column} IS NULL THEN NULL WHEN octet_length(${column}) = min(length(${column}), 11) AND ${column} NOT GLOB '*[^0-9.]*' AND json_valid(${column})
    THEN ${column} ELSE canonical_number(${column}) END`;
