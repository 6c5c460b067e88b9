import { execFileSync } from "node:child_process";
import { rmSync, statSync, writeFileSync } from "node:fs";

/** The full CSV as SQL for the sqlite3 program: the same rows, columns and order, in its own CSV mode. */
const SQL = `WITH d AS MATERIALIZED (SELECT id, body ->> 'frequency' AS freq, body ->> 'unitMeasure' AS unit, body ->> 'decimals' AS decimals
    FROM (SELECT id, body, max(release_id) FROM definition_revision WHERE kind = 'indicator' GROUP BY id))
  SELECT r.indicator AS INDICATOR, r.compiler AS COMPILER, r.ref_area AS REF_AREA, d.freq AS FREQ, r.time_period AS TIME_PERIOD,
    r.obs_value AS OBS_VALUE, r.value_limit AS VALUE_LIMIT, d.unit AS UNIT_MEASURE,
    CASE WHEN r.obs_value IS NULL THEN d.decimals WHEN instr(r.obs_value, '.') = 0 THEN 0 ELSE length(r.obs_value) - instr(r.obs_value, '.') END AS DECIMALS,
    r.obs_status AS OBS_STATUS, r.confidence AS CONFIDENCE, r.rank_pool AS RANK_POOL, r.source AS SOURCE, r.edition AS EDITION,
    r.published AS PUBLISHED, r.release_id AS RELEASE, r.obs_com_vi AS OBS_COM
  FROM (SELECT *, max(release_id) FROM observation_revision GROUP BY indicator, compiler, ref_area, time_period) r
  JOIN d ON d.id = r.indicator ORDER BY r.indicator, r.compiler, r.ref_area, r.time_period;`;

/** Lets the sqlite3 program write the full CSV of `file` `times` times; gives the bytes of one and the CPU microseconds that it took. */
export function cliCsv(file: string, times: number): { bytes: number; micros: number } {
  const [script, out] = [`${file}.sql`, `${file}.csv`];
  const once = `.output '${out}'\n${SQL}\n`;
  writeFileSync(script, `.mode csv\n.headers on\n${once.repeat(times)}.output\n`);
  const timed = `TIMEFORMAT='%U %S'; time sqlite3 -batch '${file}' < '${script}'`;
  const printed = execFileSync("bash", ["-c", `{ ${timed}; } 2>&1`], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  });
  const [user = 0, system = 0] = printed.trim().split(/\s+/).map(Number);
  const bytes = statSync(out).size;
  for (const made of [script, out]) rmSync(made);
  return { bytes, micros: ((user + system) * 1e6) / times };
}
