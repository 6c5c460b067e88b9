import { isNumberText } from "@moc2030/shared/number-text";
import type { Check } from "../audit/checks/check.ts";

type Row = { key: string; release: number; text: unknown; value: unknown };

/** The first published figure whose text is not by the grammar of numbers, or whose `value` is another number; null where there is none. Such rows are older than the triggers of migration 0003, or got round them. */
export const findBadNumber: Check = ({ db }) => {
  const rows = db.reader
    .prepare(
      `SELECT indicator || ' ' || compiler || ' ' || ref_area || ' ' || time_period AS key, release_id AS release, obs_value AS text, value
       FROM observation_revision WHERE obs_value IS NOT NULL OR value IS NOT NULL ORDER BY release_id, key`,
    )
    .iterate() as IterableIterator<Row>;
  for (const { key, release, text, value } of rows) {
    const where = `figure ${key} of release ${release}`;
    if (typeof text !== "string" || !isNumberText(text))
      return `${where}: ${JSON.stringify(text)} is not written as a published number`;
    if (value !== Number(text)) return `${where}: is ${text} in words and ${value} in arithmetic`;
  }
  return null;
};
