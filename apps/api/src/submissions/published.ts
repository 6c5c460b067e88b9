import type { CheckContext } from "@moc2030/shared/checks";
import { COUNTRY } from "@moc2030/shared/country";
import { dayInVietNam } from "@moc2030/shared/date";
import type { FigureKey, PublishedFigure } from "@moc2030/shared/figure";
import type { IndicatorDefinition } from "@moc2030/shared/indicator";
import type { Db } from "../db/open.ts";
import { listDefinitions } from "../definitions/queries.ts";
import { figuresAt, NEWEST } from "../observations/figures-at.ts";
import { findHead } from "../releases/at.ts";

/** All versions of one figure, newest first. */
export const figureHistory = (db: Db, { indicator, compiler, refArea, timePeriod }: FigureKey): PublishedFigure[] =>
  figuresAt(db, NEWEST, { indicator, compiler, refArea, timePeriod, history: true }).reverse();

/** A figure as it is published now; null where there is none. */
export const findPublished = (
  db: Db,
  { indicator, compiler, refArea, timePeriod }: FigureKey,
): PublishedFigure | null => figuresAt(db, NEWEST, { indicator, compiler, refArea, timePeriod })[0] ?? null;

/** The country's figures of an indicator by its official compiler, as published now. */
export const officialFigures = (db: Db, { code, compiler }: IndicatorDefinition): PublishedFigure[] =>
  figuresAt(db, NEWEST, { indicator: code, compiler, refArea: COUNTRY });

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
  const published = ({ indicator, compiler, refArea }: FigureKey) => {
    const series = JSON.stringify([indicator, compiler, refArea]);
    const figures = read.get(series) ?? figuresAt(db, NEWEST, { indicator, compiler, refArea });
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
