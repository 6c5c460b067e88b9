import { COUNTRY } from "@moc2030/shared/figure/country";
import type { revisionReasons } from "@moc2030/shared/figure/figure";
import { type Revision, revisionsOf } from "@moc2030/shared/figure/revisions";
import type { Observation } from "@moc2030/shared/schema/observation";
import type { ReleaseRef } from "@moc2030/shared/schema/release";
import type { IssuedReport } from "@moc2030/shared/schema/report";
import { revisedFigureId } from "@moc2030/shared/schema/statement";
import { type Lang, localize } from "@moc2030/shared/text/lang";
import type { Db } from "../db/database.ts";
import { findDefinition, listCompilers, listDefinitions } from "../definitions/queries.ts";
import { statementsBySubject } from "../definitions/statements.ts";
import { localizeTarget } from "../definitions/target.ts";
import { listObservations } from "../downloads/rows.ts";
import { listIssuedReports } from "../issued-reports/queries.ts";
import { figuresAt, NEWEST } from "../observations/figures-at.ts";
import { type ReadPoint, releaseRefs } from "../observations/read-point.ts";
import { statusChanges } from "../releases/outcome.ts";

/** Whether a figure of the country was ever revised, by any compiler. */
export async function wasRevised(db: Db, indicator: string, timePeriod: number): Promise<boolean> {
  const history = await figuresAt(db, NEWEST, { indicator, refArea: COUNTRY, timePeriod, history: true });
  return revisionsOf(history).length > 0;
}

/** `reconstructed`: dated by what its sources published, when the database was first filled. */
type Dated = ReleaseRef & { reconstructed: boolean };

type Reason = { reason: (typeof revisionReasons)[number]; reasonText: string | null };

/** Why staff revised a figure in a release; undefined for a release of the seed, whose figures say so in their comment. */
const reasonOf = (db: Db, { new: now }: Revision<Observation>): Promise<Reason | undefined> =>
  db.one<Reason>(
    `SELECT s.reason AS reason, s.reason_text AS reasonText FROM release l JOIN review r ON r.id = l.review_id
     JOIN submission_item s ON s.submission_id = r.submission_id
     WHERE l.id = @release AND s.state = 'approved' AND s.reason IS NOT NULL AND s.indicator = @indicator
       AND s.compiler = @compiler AND s.ref_area = @refArea AND s.time_period = @timePeriod`,
    {
      ...{ release: now.release, indicator: now.indicator, compiler: now.compiler },
      ...{ refArea: now.refArea, timePeriod: now.timePeriod },
    },
  );

/** The country's other figures of an indicator that a release published together with one. */
async function besides(db: Db, { release, indicator, refArea }: Observation): Promise<number> {
  const found = await db.one<{ n: number }>(
    `SELECT count(*) - 1 AS n FROM observation_revision
     WHERE release_id = @release AND indicator = @indicator AND ref_area = @refArea`,
    { release, indicator, refArea },
  );
  return found?.n ?? 0;
}

/** A revision with what stood before it, why it was made, and the statuses of its indicator that its release changed. */
async function told(db: Db, one: Revision<Observation>, ref: (id: number) => Dated, issued: readonly IssuedReport[]) {
  const revisedIn = ref(one.new.release);
  const since = one.stood[0].release;
  const why = await reasonOf(db, one);
  const statuses = await statusChanges(db, revisedIn);
  return {
    ...{ old: one.old, new: one.new, knownSince: ref(since), revisedIn },
    stood: one.stood.map(({ release, source, edition, published, publishedPrecision }) => ({
      ...{ release: ref(release), source, edition, published, publishedPrecision },
    })),
    ...{ reason: why?.reason ?? null, reasonText: why?.reasonText ?? null },
    statuses: statuses.filter(({ before, after }) => (after ?? before)?.indicator === one.new.indicator),
    besides: await besides(db, one.new),
    issuedReports: issued.filter(({ dataRelease: { id } }) => since <= id && id < revisedIn.id),
  };
}

/**
 * The country's figures of an indicator and year that were revised up to a read point, the official compiler's first,
 * with their revisions and what is cited in them. Null before the indicator was known.
 */
export async function findRevisedFigures(db: Db, at: ReadPoint, code: string, year: number, lang: Lang) {
  const upto = at.release?.id ?? null;
  const definition = await findDefinition(db, "indicator", code, upto);
  if (!definition) return null;
  const filter = { indicator: [code], area: [COUNTRY], from: year, to: year, history: true, lang };
  const history = await listObservations(db, at, filter);
  const found = revisionsOf(history);
  const refs = await releaseRefs(db, [...new Set(history.map(({ release }) => release))]);
  const rebuilt = await db.all<{ id: number }>("SELECT id FROM release WHERE origin = 'seed'");
  const reconstructed = new Set(rebuilt.map(({ id }) => id));
  const ref = (id: number) => ({ ...(refs.get(id) as ReleaseRef), reconstructed: reconstructed.has(id) });
  const explanations = await statementsBySubject(db, "explanation", upto);
  const revisions: Awaited<ReturnType<typeof told>>[] = [];
  const issued = await listIssuedReports(db, upto);
  for (const one of found) revisions.push(await told(db, one, ref, issued));
  const compilers = [...new Set(found.map(({ new: now }) => now.compiler))].sort(
    (a, b) => Number(b === definition.compiler) - Number(a === definition.compiler),
  );
  const cited = new Set(found.flatMap((one) => [...one.stood, one.new]).map(({ source }) => source));
  const judged = new Set(revisions.flatMap(({ statuses }) => statuses.map(({ targetId }) => targetId)));
  return {
    indicator: localize(definition, lang),
    figures: compilers.map((compiler) => {
      const [said] = explanations.get(revisedFigureId({ indicator: code, compiler, timePeriod: year })) ?? [];
      return {
        compiler,
        revisions: revisions.filter(({ new: now }) => now.compiler === compiler),
        explanation: said ? { ...said.content, release: said.release } : null,
      };
    }),
    compilers: localize(
      (await listCompilers(db, at)).filter((one) => compilers.includes(one.code)),
      lang,
    ),
    targets: (await listDefinitions(db, "target", upto))
      .filter(({ id }) => judged.has(id))
      .map((target) => localizeTarget(target, lang)),
    sources: (await listDefinitions(db, "source", upto)).filter(({ id }) => cited.has(id)),
  };
}
