import { isUsable } from "@moc2030/shared/assess/usable";
import { COUNTRY } from "@moc2030/shared/figure/country";
import { contributions, holderOf, type Values } from "@moc2030/shared/outlook/components";
import { panelOf } from "@moc2030/shared/outlook/panel";
import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { ComponentChanges } from "@moc2030/shared/schema/components";
import type { IndicatorDefinition } from "@moc2030/shared/schema/indicator";
import type { Lang } from "@moc2030/shared/text/lang";
import { panelFigures } from "../assessments/panel.ts";
import type { Db } from "../db/database.ts";
import { figuresAt } from "../observations/figures-at.ts";

/** Usable official values of an indicator for some economies, by area and edition. */
async function valuesOf(db: Db, release: number, { code, compiler }: IndicatorDefinition, refArea: string[]) {
  const fields = ["refArea", "timePeriod", "value", "obsStatus", "confidence"] as const;
  const figures = await figuresAt(db, release, { indicator: code, compiler, refArea }, fields);
  const usable = figures.map((f) => ({ ...f, value: f.value === null ? null : Number(f.value) })).filter(isUsable);
  return new Map(usable.map(({ refArea, timePeriod, value }) => [`${refArea} ${timePeriod}`, value]));
}

/** The country's among such values, oldest first. */
const ofCountry = (values: ReadonlyMap<string, number>) =>
  [...values]
    .filter(([key]) => key.startsWith(`${COUNTRY} `))
    .map(([key, value]) => ({ timePeriod: Number(key.slice(COUNTRY.length + 1)), value }))
    .sort((a, b) => a.timePeriod - b.timePeriod);

/** The ranks that targets ask for, with who held them in each edition of the panel. */
async function barsOf(db: Db, release: number, indicator: IndicatorDefinition, assessments: readonly Assessment[]) {
  const asked = assessments.flatMap(({ targetId, kind, targetValue }) =>
    targetId !== null && targetValue !== null && (kind === "level" || kind === "maintain")
      ? [{ targetId, rank: targetValue }]
      : [],
  );
  if (indicator.valueKind !== "rank" || !indicator.referenceClass || asked.length === 0) return [];
  const panel = panelOf(await panelFigures(db, release, indicator), indicator.referenceClass.from);
  return asked.map(({ targetId, rank }) => {
    const held = panel.flatMap((edition) => {
      const holder = holderOf(edition, rank);
      return holder ? [{ timePeriod: edition.timePeriod, ...holder }] : [];
    });
    return { targetId, rank, held };
  });
}

/**
 * What moved an index, and how far the rank that targets ask for is away, by component: for an index with components,
 * for a rank that names its index, and for what has measures beside it; null for any other. `assessments` are those of
 * the indicator's targets.
 */
export async function componentsOf(
  db: Db,
  release: number,
  indicator: IndicatorDefinition,
  definitions: readonly IndicatorDefinition[],
  assessments: readonly Assessment[],
  lang: Lang,
): Promise<ComponentChanges | null> {
  const index = indicator.score ? definitions.find(({ code }) => code === indicator.score) : indicator;
  if (!index || !(indicator.score || index.components || indicator.beside)) return null;
  const weights = index.components ?? [];
  const parts = weights.flatMap(({ indicator: code }) => definitions.filter((one) => one.code === code));
  const bars = await barsOf(db, release, indicator, assessments);
  const areas = [...new Set([COUNTRY, ...bars.flatMap(({ held }) => held.map(({ area }) => area))])].sort();
  const values = await valuesOf(db, release, index, areas);
  const ofParts = new Map<string, Map<string, number>>();
  for (const part of parts) ofParts.set(part.code, await valuesOf(db, release, part, areas));
  const beside = [];
  for (const code of indicator.beside ?? []) {
    const one = definitions.find((definition) => definition.code === code);
    if (!one) continue;
    const figures = ofCountry(await valuesOf(db, release, one, [COUNTRY]));
    const { name, topic, valueKind } = one;
    beside.push({ indicator: code, name: name[lang], topic: topic[lang], valueKind, figures });
  }
  const partsAt = (area: string, timePeriod: number): Values =>
    new Map(
      [...ofParts].flatMap(([code, own]) => {
        const value = own.get(`${area} ${timePeriod}`);
        return value === undefined ? [] : [[code, value] as const];
      }),
    );

  const editions = ofCountry(values);
  return {
    indicator: index.code,
    components: parts.map(({ code, name, topic }, i) => ({
      indicator: code,
      weight: weights[i]?.weight ?? 0,
      name: name[lang],
      topic: topic[lang],
    })),
    beside,
    editions: editions.map(({ timePeriod, value }) => ({
      ...{ timePeriod, value },
      components: weights.map(({ indicator: code }) => ({
        indicator: code,
        value: partsAt(COUNTRY, timePeriod).get(code) ?? null,
      })),
    })),
    changes: editions.slice(1).map((to, i) => {
      const from = editions[i] as (typeof editions)[number];
      return {
        ...{ from: from.timePeriod, to: to.timePeriod, change: to.value - from.value },
        components: contributions(weights, partsAt(COUNTRY, from.timePeriod), partsAt(COUNTRY, to.timePeriod)),
      };
    }),
    targets: bars.map(({ targetId, rank, held }) => {
      const bar = held.flatMap(({ timePeriod, area, rank }) => {
        const value = values.get(`${area} ${timePeriod}`);
        return value === undefined ? [] : [{ timePeriod, area, rank, value }];
      });
      const last = bar.findLast(({ timePeriod }) => values.has(`${COUNTRY} ${timePeriod}`));
      return {
        ...{ targetId, rank, bar },
        distance: last
          ? {
              ...{ timePeriod: last.timePeriod, area: last.area },
              change: last.value - (values.get(`${COUNTRY} ${last.timePeriod}`) as number),
              components: contributions(
                weights,
                partsAt(COUNTRY, last.timePeriod),
                partsAt(last.area, last.timePeriod),
              ),
            }
          : null,
      };
    }),
  };
}
