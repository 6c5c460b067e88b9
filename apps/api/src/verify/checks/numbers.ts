import { isNumberText } from "@moc2030/shared/figure/number-text";
import type { Check } from "../../audit/checks/check.ts";

type Row = { key: string; release: number; text: unknown; value: unknown };

function faultOf({ key, release, text, value }: Row): string | null {
  const where = `figure ${key} of release ${release}`;
  if (typeof text !== "string" || !isNumberText(text))
    return `${where}: ${JSON.stringify(text)} is not written as a published number`;
  return value === Number(text) ? null : `${where}: is ${text} in words and ${value} in arithmetic`;
}

/**
 * The first published figure whose text breaks the grammar of numbers or differs from `value`. Such rows predate the
 * triggers of migration 0003, or bypassed them.
 */
export const findBadNumber: Check = async ({ db }) => {
  const indicators = await db.all<{ code: string }>(
    "SELECT DISTINCT indicator AS code FROM observation_revision ORDER BY 1",
  );
  let first: Row | undefined;
  for (const { code } of indicators) {
    const rows = await db.all<Row>(
      `SELECT indicator || ' ' || compiler || ' ' || ref_area || ' ' || time_period AS key, release_id AS release, obs_value AS text, value
       FROM observation_revision WHERE indicator = @code AND (obs_value IS NOT NULL OR value IS NOT NULL) ORDER BY release_id, key`,
      { code },
    );
    const bad = rows.find((row) => faultOf(row) !== null);
    if (bad && (!first || bad.release < first.release)) first = bad;
  }
  return first ? faultOf(first) : null;
};
