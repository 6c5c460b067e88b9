import type { PeerRank, RecordedState } from "@moc2030/shared/assess/input";
import { COUNTRY } from "@moc2030/shared/figure/country";
import { assessWithOutlook } from "@moc2030/shared/outlook/outlook";
import type { PanelFigure } from "@moc2030/shared/outlook/panel";
import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { IndicatorDefinition } from "@moc2030/shared/schema/indicator";
import type { AreaDefinition } from "@moc2030/shared/schema/source";
import type { TargetDefinition } from "@moc2030/shared/schema/target";
import type { Db } from "../db/database.ts";
import { listDefinitions } from "../definitions/queries.ts";
import { figuresAt } from "../observations/figures-at.ts";
import type { ReadPoint } from "../observations/read-point.ts";
import { othersAt } from "./panel.ts";

/** Recorded states of a `state` indicator; the database stores the index. */
const STATES: readonly RecordedState[] = ["not_started", "under_way", "done"];

type Figure = PanelFigure & { published: string | null };

/** An unpublished figure to assess as if it were published; a withdrawal removes the published value. */
export type AssumedFigure = Figure & { compiler: string; isWithdrawn: 0 | 1 };
type Assumed = ReadonlyMap<string, readonly AssumedFigure[]>;

/** Published figures with assumed ones replacing them, in no order; the last one of a key wins. */
function withAssumed(published: readonly Figure[], assumed: readonly AssumedFigure[]): Figure[] {
  const byKey = new Map(published.map((f) => [`${f.refArea} ${f.timePeriod}`, f]));
  const before = new Map(byKey);
  for (const { isWithdrawn, compiler: _, ...figure } of assumed) {
    const key = `${figure.refArea} ${figure.timePeriod}`;
    const confidence = before.get(key)?.confidence ?? figure.confidence;
    byKey.set(key, isWithdrawn ? { ...figure, value: null, obsStatus: ["O"], confidence, published: null } : figure);
  }
  return [...byKey.values()];
}

const FIELDS = ["refArea", "timePeriod", "value", "rankPool", "obsStatus", "confidence", "published"] as const;

/** The official compiler's figures of an indicator at a release with assumed ones, for the country or for all areas. */
async function figures(
  db: Db,
  release: number,
  { code, compiler }: IndicatorDefinition,
  refArea: string | undefined,
  assumed?: Assumed,
): Promise<Figure[]> {
  const published = (await figuresAt(db, release, { indicator: code, compiler, refArea }, FIELDS)).map(
    (f): Figure => ({ ...f, value: f.value === null ? null : Number(f.value) }),
  );
  const here = assumed
    ?.get(code)
    ?.filter((f) => f.compiler === compiler && (refArea === undefined || f.refArea === refArea));
  if (!here?.length) return published;
  // The rules accept any order, except the latest state, which belongs to one country.
  const all = withAssumed(published, here);
  return refArea === undefined ? all : all.sort((a, b) => a.timePeriod - b.timePeriod);
}

async function peersOf(
  db: Db,
  release: number,
  indicator: IndicatorDefinition,
  group: AreaDefinition | undefined,
  assumed: Assumed | undefined,
) {
  const all = await figures(db, release, indicator, undefined, assumed);
  const ranks: PeerRank[] = all.map((f) => ({
    edition: f.timePeriod,
    area: f.refArea,
    rank: f.value,
    obsStatus: f.obsStatus,
    confidence: f.confidence,
    published: f.published,
  }));
  return { area: COUNTRY, ranks, members: group?.members ?? [] };
}

async function assessTarget(
  db: Db,
  at: ReadPoint,
  release: number,
  target: TargetDefinition,
  indicator: IndicatorDefinition,
  areas: AreaDefinition[],
  assumed?: Assumed,
): Promise<Assessment> {
  const series =
    target.kind === "wording" || target.kind === "rank_in_group"
      ? []
      : await figures(db, release, indicator, COUNTRY, assumed);
  const recorded = target.kind === "state" ? series.findLast((f) => f.value !== null)?.value : null;
  const found = assessWithOutlook({
    target: { ...target, direction: indicator.direction },
    observations: series,
    discontinuedFrom: indicator.discontinued?.from ?? null,
    valueKind: indicator.valueKind,
    referenceClass: indicator.referenceClass,
    peers:
      target.kind === "rank_in_group"
        ? await peersOf(
            db,
            release,
            indicator,
            areas.find((a) => a.code === target.group),
            assumed,
          )
        : null,
    state: recorded === null || recorded === undefined ? null : (STATES[recorded] ?? null),
    referenceDate: at.referenceDate,
  });
  const { outlook } = found;
  if (!outlook || !indicator.referenceClass) return found;
  const panel = assumed?.has(indicator.code) ? await figures(db, release, indicator, undefined, assumed) : null;
  return { ...found, outlook: { ...outlook, othersLikeUs: await othersAt(db, release, indicator, found, panel) } };
}

/** Without a filter: the targets of the document the dashboard follows. */
export type AssessmentFilter = { indicator?: string[]; document?: string[]; target?: string };

/**
 * Assesses the targets in force, by target year and indicator, with `assumed` figures by indicator code. Empty before
 * the first release.
 */
export async function assessAll(
  db: Db,
  at: ReadPoint,
  filter: AssessmentFilter = {},
  assumed?: Assumed,
): Promise<Assessment[]> {
  const release = at.release?.id;
  if (release === undefined) return [];
  const indicators = new Map((await listDefinitions(db, "indicator", release)).map((i) => [i.code, i]));
  const documents = await listDefinitions(db, "document", release);
  const areas = await listDefinitions(db, "area", release);
  const wanted = filter.document ?? documents.filter((d) => d.strategy).map((d) => d.id);
  const order = (t: TargetDefinition) => [t.year, indicators.get(t.indicator)?.order ?? 0] as const;
  const targets = (await listDefinitions(db, "target", release))
    .filter((t) => (filter.target ? t.id === filter.target : wanted.includes(t.document)))
    .filter((t) => !filter.indicator || filter.indicator.includes(t.indicator))
    .filter((t) => t.inForceFrom <= at.referenceDate && (t.inForceTo === null || t.inForceTo >= at.referenceDate))
    .sort((a, b) => order(a)[0] - order(b)[0] || order(a)[1] - order(b)[1]);
  const assessments: Assessment[] = [];
  for (const target of targets) {
    const indicator = indicators.get(target.indicator);
    if (indicator) assessments.push(await assessTarget(db, at, release, target, indicator, areas, assumed));
  }
  return assessments;
}
