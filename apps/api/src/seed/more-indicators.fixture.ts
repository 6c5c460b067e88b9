import { COUNTRY } from "@moc2030/shared/figure/country";
import { sealRelease } from "../audit/seal.ts";
import { type Db, transaction } from "../db/database.ts";
import { findDefinition, listDefinitions } from "../definitions/queries.ts";
import { latestRelease } from "../observations/read-point.ts";
import { insertDefinition } from "./load.ts";

/** How much to add: context indicators, the economies and the years of each. */
export type Amount = { indicators: number; areas: number; years: number };

const LAST_YEAR = 2025;
/** Whose definition they share: one without a target. */
const MODEL = "INTERNET_USERS";

const FIGURES = `WITH RECURSIVE years(year) AS (SELECT @last - @years + 1 UNION ALL SELECT year + 1 FROM years WHERE year < @last)
  INSERT INTO observation_revision (indicator, compiler, ref_area, time_period, release_id, obs_value, value, obs_status,
    confidence, source, edition, published, published_precision)
  SELECT @code, @compiler, a.value, y.year, @release, format('%.1f', n), n, CASE WHEN y.year = @last THEN 'E' ELSE 'A' END,
    'sourced', @source, format('Table %d', y.year + 1), format('%d-09-15', y.year + 1), 'day'
  FROM (SELECT value, key, year, ((key * 37 + year * 101 + @index * 13) % 1000) / 10.0 AS n
    FROM json_each(@areas), years) a JOIN years y ON y.year = a.year ORDER BY a.value, y.year`;

/** Adds a release with context indicators of the same shape, the same figures on every run. */
export async function addIndicators(db: Db, { indicators, areas, years }: Amount): Promise<number> {
  const head = await latestRelease(db);
  if (!head) throw new Error("expected a database with the seed");
  const release = head.id + 1;
  const model = await findDefinition(db, "indicator", MODEL, head.id);
  const economies = (await listDefinitions(db, "area", head.id))
    .filter(({ kind }) => kind === "economy")
    .map(({ code }) => code);
  const [source] = await listDefinitions(db, "source", head.id);
  if (!model || !source) throw new Error("expected the seed's indicators and sources");
  const among = [COUNTRY, ...economies.filter((code) => code !== COUNTRY)].slice(0, areas);
  return transaction(db, async (tx) => {
    await tx.run(
      "INSERT INTO release VALUES (@release, @at, 'seed_change', 'Thêm chỉ tiêu', 'More indicators', NULL, NULL, NULL)",
      {
        release,
        at: head.publishedAt,
      },
    );
    let rows = 0;
    for (let index = 1; index <= indicators; index++) {
      const number = String(index).padStart(3, "0");
      const code = `CONTEXT_${number}`;
      const named = (vi: string, en: string) => ({ vi: `${vi} ${number}`, en: `${en} ${number}` });
      const body = {
        ...model,
        role: "context",
        code,
        order: 1000 + index,
        name: named("Chỉ tiêu bối cảnh", "Context indicator"),
        shortName: named("Bối cảnh", "Context"),
      };
      await tx.run(insertDefinition, { kind: "indicator", id: code, releaseId: release, body: JSON.stringify(body) });
      const { compiler } = model;
      const params = { code, compiler, index, release, source: source.id, last: LAST_YEAR, years };
      rows += await tx.run(FIGURES, { ...params, areas: JSON.stringify(among) });
    }
    await sealRelease(tx, release, head.publishedAt);
    return rows;
  });
}
