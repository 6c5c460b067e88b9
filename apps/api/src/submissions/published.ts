import type { CheckContext } from "@moc2030/shared/entry/checks";
import type { SeriesPoint } from "@moc2030/shared/entry/plausible";
import { COUNTRY } from "@moc2030/shared/figure/country";
import type { FigureKey, PublishedFigure } from "@moc2030/shared/figure/figure";
import type { IndicatorDefinition } from "@moc2030/shared/schema/indicator";
import { areaFinder } from "@moc2030/shared/text/area-name";
import { dayInVietNam } from "@moc2030/shared/text/date";
import type { Db } from "../db/database.ts";
import { listDefinitions } from "../definitions/queries.ts";
import { figuresAt, NEWEST } from "../observations/figures-at.ts";
import { newestReleaseId } from "../observations/read-point.ts";
import { limitsInForce } from "./change-limits.ts";

/** All revisions of a figure, newest first. */
export const figureHistory = async (
  db: Db,
  { indicator, compiler, refArea, timePeriod }: FigureKey,
): Promise<PublishedFigure[]> =>
  (await figuresAt(db, NEWEST, { indicator, compiler, refArea, timePeriod, history: true })).reverse();

/** A figure as published now; null if there is none. */
export const findPublished = async (
  db: Db,
  { indicator, compiler, refArea, timePeriod }: FigureKey,
): Promise<PublishedFigure | null> =>
  (await figuresAt(db, NEWEST, { indicator, compiler, refArea, timePeriod }))[0] ?? null;

/** The country's official figures of an indicator as published now. */
export const officialFigures = (db: Db, { code, compiler }: IndicatorDefinition): Promise<PublishedFigure[]> =>
  figuresAt(db, NEWEST, { indicator: code, compiler, refArea: COUNTRY });

/** Figures as points of a series, for rules on their changes. */
export const pointsOf = (figures: readonly PublishedFigure[]): SeriesPoint[] =>
  figures.map(({ timePeriod, value }) => ({ timePeriod, value: value === null ? null : Number(value) }));

/** Published data that proposals are checked against; each series is loaded once, by `load`, those of an indicator together. */
export type CheckData = {
  today: string;
  indicator(code: string): IndicatorDefinition | null;
  /** Codes of the areas that a code or name can mean. */
  areas(text: string): readonly string[];
  load(keys: readonly FigureKey[]): Promise<void>;
  context(key: FigureKey, source: string | null): Omit<CheckContext, "duplicateOf" | "today">;
};

/** `author` is whose figures are checked; null where only errors are asked for, which depend on no limit. */
export async function loadCheckData(db: Db, now: Date, author: string | null): Promise<CheckData> {
  const release = await newestReleaseId(db);
  const indicators = new Map((await listDefinitions(db, "indicator", release)).map((i) => [i.code, i]));
  const compilers = new Set((await listDefinitions(db, "compiler", release)).map((d) => d.code));
  const areas = await listDefinitions(db, "area", release);
  const areaCodes = new Set(areas.map((d) => d.code));
  const limits = await limitsInForce(db, author);
  const sources = new Set((await listDefinitions(db, "source", release)).map((s) => s.id));
  const loaded = new Map<string, PublishedFigure[]>();
  const seriesOf = ({ indicator, compiler, refArea }: FigureKey) => JSON.stringify([indicator, compiler, refArea]);
  const indicator = (code: string) => indicators.get(code) ?? null;
  return {
    today: dayInVietNam(now),
    indicator,
    areas: areaFinder(areas),
    async load(keys) {
      const wanted = new Map<string, { indicator: string; compiler: string; areas: Set<string> }>();
      for (const key of keys) {
        if (loaded.has(seriesOf(key))) continue;
        const { indicator, compiler, refArea } = key;
        const of = JSON.stringify([indicator, compiler]);
        const { areas } = wanted.get(of) ?? { areas: new Set() };
        wanted.set(of, { indicator, compiler, areas: areas.add(refArea) });
        loaded.set(seriesOf(key), []);
      }
      // One read for all areas of an indicator, however many rows name them.
      for (const { indicator, compiler, areas } of wanted.values())
        for (const figure of await figuresAt(db, NEWEST, { indicator, compiler, refArea: [...areas] }))
          loaded.get(seriesOf({ ...figure, indicator, compiler }))?.push(figure);
    },
    context(key, source) {
      const figures = loaded.get(seriesOf(key));
      if (!figures) throw new Error(`The series of ${seriesOf(key)} has not been loaded.`);
      return {
        indicator: indicator(key.indicator),
        knows: {
          compiler: compilers.has(key.compiler),
          area: areaCodes.has(key.refArea),
          source: source !== null && sources.has(source),
        },
        limits: limits.get(key.indicator) ?? null,
        current: figures.find((f) => f.timePeriod === key.timePeriod) ?? null,
        series: pointsOf(figures),
      };
    },
  };
}
