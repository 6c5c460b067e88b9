import type { CheckContext } from "@moc2030/shared/checks";
import { dayInVietNam } from "@moc2030/shared/date";
import type { FigureKey, PublishedFigure } from "@moc2030/shared/figure";
import type { IndicatorDefinition } from "@moc2030/shared/indicator";
import type { Db } from "../db/open.ts";
import { prepared } from "../db/prepared.ts";
import { storedNumber } from "../db/stored-number.ts";
import { listDefinitions } from "../definitions/queries.ts";
import { findHead } from "../releases/at.ts";

const NUMBER = storedNumber("obs_value");
const COLUMNS = `indicator, compiler, ref_area AS refArea, time_period AS timePeriod, ${NUMBER} AS value, value_limit AS valueLimit,
  obs_status AS obsStatus, confidence, rank_pool AS rankPool, source, edition, published, obs_com_vi AS obsComVi, obs_com_en AS obsComEn,
  release_id AS "release", iif(${NUMBER} IS obs_value, NULL, obs_value) AS storedAs`;
type Row = Omit<PublishedFigure, "obsStatus" | "storedAs"> & { obsStatus: string; storedAs: string | null };
const inShape = ({ obsStatus, storedAs, ...row }: Row): PublishedFigure => ({
  ...row,
  ...(storedAs !== null && { storedAs }),
  obsStatus: obsStatus.split(";") as PublishedFigure["obsStatus"],
});

/** All versions of one figure, newest first. */
export const figureHistory = (db: Db, key: FigureKey): PublishedFigure[] =>
  (
    prepared(
      db,
      `SELECT ${COLUMNS} FROM observation_revision WHERE indicator = ? AND compiler = ? AND ref_area = ? AND time_period = ? ORDER BY release_id DESC`,
    ).all(key.indicator, key.compiler, key.refArea, key.timePeriod) as Row[]
  ).map(inShape);

/** A figure as it is published now; null where there is none. */
export const findPublished = (db: Db, key: FigureKey): PublishedFigure | null => figureHistory(db, key)[0] ?? null;

/** One series as published now, by year: an indicator of one compiler for one area. */
export const listSeries = (
  db: Db,
  { indicator, compiler, refArea }: Omit<FigureKey, "timePeriod">,
): PublishedFigure[] =>
  (
    prepared(
      db,
      `SELECT ${COLUMNS}, max(release_id) FROM observation_revision WHERE indicator = ? AND compiler = ? AND ref_area = ? GROUP BY time_period ORDER BY time_period`,
    ).all(indicator, compiler, refArea) as (Row & { "max(release_id)": number })[]
  ).map(({ "max(release_id)": _, ...row }) => inShape(row));

/** What proposals are checked against, as published now. Reads each series once. */
export type Checking = {
  today: string;
  indicators: ReadonlyMap<string, IndicatorDefinition>;
  context(key: FigureKey, source: string | null): Omit<CheckContext, "duplicateOf" | "today">;
};

/** Opens what the checks need. */
export async function openChecking(db: Db, now: Date): Promise<Checking> {
  const release = (await findHead(db))?.id ?? null;
  const ids = async (kind: "compiler" | "area") =>
    new Set((await listDefinitions(db, kind, release)).map((d) => d.code));
  const indicators = new Map((await listDefinitions(db, "indicator", release)).map((i) => [i.code, i]));
  const [compilers, areas] = [await ids("compiler"), await ids("area")];
  const sources = new Set((await listDefinitions(db, "source", release)).map((s) => s.id));
  const read = new Map<string, readonly PublishedFigure[]>();
  const published = (key: FigureKey) => {
    const series = JSON.stringify([key.indicator, key.compiler, key.refArea]);
    const figures = read.get(series) ?? listSeries(db, key);
    read.set(series, figures);
    return figures;
  };
  return {
    today: dayInVietNam(now),
    indicators,
    context(key, source) {
      const figures = published(key);
      return {
        indicator: indicators.get(key.indicator) ?? null,
        knows: {
          compiler: compilers.has(key.compiler),
          area: areas.has(key.refArea),
          source: source !== null && sources.has(source),
        },
        current: figures.find((f) => f.timePeriod === key.timePeriod) ?? null,
        series: figures.map((f) => ({ timePeriod: f.timePeriod, value: f.value === null ? null : Number(f.value) })),
      };
    },
  };
}
