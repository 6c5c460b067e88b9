import { setImmediate as nextTurn } from "node:timers/promises";
import { isUsable } from "@moc2030/shared/assess/usable";
import { nextEdition } from "@moc2030/shared/due/next-edition";
import { COUNTRY } from "@moc2030/shared/figure/country";
import type { IndicatorDefinition } from "@moc2030/shared/schema/indicator";
import type { Observation } from "@moc2030/shared/schema/observation";
import { type Lang, localize } from "@moc2030/shared/text/lang";
import { assessAll } from "../assessments/queries.ts";
import type { Db } from "../db/database.ts";
import { findDefinition, listCompilers, listDefinitions, listDocuments } from "../definitions/queries.ts";
import { statementsBySubject } from "../definitions/statements.ts";
import { localizeTarget } from "../definitions/target.ts";
import { listObservations } from "../downloads/rows.ts";
import { figuresSince } from "../observations/figures-at.ts";
import type { ReadPoint } from "../observations/read-point.ts";
import { componentsOf } from "./components.ts";

/** The country's latest usable official figure and the previous one, or null. */
function latestTwo(series: Observation[]): { latest: Observation | null; previous: Observation | null } {
  const usable = series.filter(isUsable);
  return { latest: usable.at(-1) ?? null, previous: usable.at(-2) ?? null };
}

/** What a compiler has for an indicator: economies, figures (with missing ones), revisions, first and last year. */
type Coverage = { compiler: string; areas: number; figures: number; revisions: number; from: number; to: number };

/** Coverage of an indicator at a release. Cached and shared: do not mutate. */
export async function coverage(db: Db, at: ReadPoint, indicator: string): Promise<Coverage[]> {
  const release = await figuresSince(db, at.release?.id ?? 0, indicator);
  if (release === 0) return [];
  return db.remember(`coverage of ${indicator} at ${release}`, async () => {
    await nextTurn();
    return db.all(
      `SELECT compiler, count(DISTINCT area) AS areas, count(*) AS figures, sum(n) AS revisions,
         min(year) AS "from", max(year) AS "to"
       FROM (SELECT compiler, ref_area AS area, time_period AS year, count(*) AS n FROM observation_revision
         WHERE indicator = @indicator AND release_id <= @release GROUP BY compiler, ref_area, time_period)
       GROUP BY compiler ORDER BY compiler`,
      { release, indicator },
    );
  });
}

/** The country's figures by the official compiler of an indicator, oldest first. Cached and shared: do not mutate. */
async function ownSeries(db: Db, at: ReadPoint, definition: IndicatorDefinition, lang: Lang): Promise<Observation[]> {
  const { code, compiler, frequency, unitMeasure, decimals } = definition;
  const since = await figuresSince(db, at.release?.id ?? 0, code);
  if (since === 0) return [];
  const key = [code, compiler, frequency, unitMeasure, decimals, lang, since].join(" ");
  return db.remember(`figures of the country: ${key}`, async () => {
    await nextTurn();
    return listObservations(db, at, { indicator: [code], compiler: [compiler], area: [COUNTRY], lang });
  });
}

const inForce = (at: ReadPoint) => (t: { inForceFrom: string }) => t.inForceFrom <= at.referenceDate;

/** The catalogue: each indicator with its target ids and latest figures. */
export async function listIndicators(db: Db, at: ReadPoint, lang: Lang) {
  const release = at.release?.id ?? null;
  const definitions = (await listDefinitions(db, "indicator", release)).sort((a, b) => a.order - b.order);
  const targets = (await listDefinitions(db, "target", release)).filter(inForce(at));
  const listed = [];
  for (const definition of definitions)
    listed.push({
      ...localize(definition, lang),
      targets: targets.filter((t) => t.indicator === definition.code).map((t) => t.id),
      coverage: await coverage(db, at, definition.code),
      ...latestTwo(await ownSeries(db, at, definition, lang)),
    });
  return listed;
}

/** The next edition of each indicator that awaits one, by its publisher's calendar, in their order; of some, or of all. */
export async function nextEditions(db: Db, at: ReadPoint, codes?: readonly string[]) {
  const definitions = (await listDefinitions(db, "indicator", at.release?.id ?? null)).sort(
    (a, b) => a.order - b.order,
  );
  const editions = [];
  for (const definition of definitions.filter(({ code }) => codes?.includes(code) ?? true)) {
    const series = await ownSeries(db, at, definition, "vi");
    const next = nextEdition(definition, series, at.referenceDate);
    if (next) editions.push({ definition, series, next });
  }
  return editions;
}

/** Possible source ids in free text (`GII2024-WIPO`), which pages turn into links. */
const mentioned = (texts: unknown): string[] => JSON.stringify(texts).match(/[A-Z][A-Z0-9-]+[A-Z0-9]/g) ?? [];

/**
 * An indicator with everything its page shows: compilers, bodies, targets of all documents, assessments, sources. Null
 * before it was known.
 */
export async function findIndicator(db: Db, at: ReadPoint, code: string, lang: Lang) {
  const release = at.release?.id ?? null;
  const definition: IndicatorDefinition | undefined = await findDefinition(db, "indicator", code, release);
  if (!definition) return null;
  const observations = await listObservations(db, at, { indicator: [code], lang });
  const own = observations.filter((o) => o.refArea === COUNTRY);
  const targets = (await listDefinitions(db, "target", release))
    .filter((t) => t.indicator === code)
    .filter(inForce(at));
  const remarks = await statementsBySubject(db, "remark", release);
  const used = new Set([definition.compiler, ...own.map((o) => o.compiler)]);
  const documents = new Set(targets.map((t) => t.document));
  const assessments = await assessAll(db, at, { indicator: [code] });
  const definitions = await listDefinitions(db, "indicator", release);
  const cited = new Set<string | null>([
    ...observations.map((o) => o.source),
    ...targets.map((t) => t.source),
    ...definition.responsible.map((r) => r.source),
    ...definition.breaks.map((b) => b.source),
    ...(definition.schedule?.days ?? []).map((one) => one.source),
    definition.discontinued?.source ?? null,
    ...mentioned([definition.notes, definition.caution, definition.compilerNote, definition.schedule?.note]),
    ...mentioned([targets.map((t) => t.note), own.map((o) => o.obsCom)]),
  ]);
  return {
    indicator: {
      ...localize(definition, lang),
      targets: targets.map((t) => t.id),
      coverage: await coverage(db, at, code),
      ...latestTwo(own.filter((o) => o.compiler === definition.compiler)),
    },
    compilers: localize(
      (await listCompilers(db, at)).filter((c) => used.has(c.code)),
      lang,
    ),
    bodies: localize(await listDefinitions(db, "body", release), lang),
    documents: localize(
      (await listDocuments(db, at)).filter((d) => documents.has(d.id)),
      lang,
    ),
    targets: targets.map((t) => localizeTarget(t, lang)),
    assessments,
    components: release === null ? null : await componentsOf(db, release, definition, definitions, assessments, lang),
    remarks: targets.flatMap((t) => remarks.get(t.id) ?? []),
    sources: (await listDefinitions(db, "source", release)).filter((s) => cited.has(s.id)),
  };
}
