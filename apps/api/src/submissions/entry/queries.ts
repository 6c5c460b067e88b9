import { cells } from "@moc2030/shared/due/due";
import { COUNTRY } from "@moc2030/shared/figure/country";
import type { FigureKey } from "@moc2030/shared/figure/figure";
import { compilersOf } from "@moc2030/shared/responsible/compilers";
import { lastKnown, successorsOf } from "@moc2030/shared/responsible/last-known";
import type { Body, IndicatorDefinition } from "@moc2030/shared/schema/indicator";
import { type Lang, localize } from "@moc2030/shared/text/lang";
import type { Db } from "../../db/database.ts";
import { assignment } from "../../db/work/indicators.ts";
import { findDefinition, listDefinitions } from "../../definitions/queries.ts";
import { figuresAt } from "../../observations/figures-at.ts";
import { newestReleaseId } from "../../observations/read-point.ts";
import { findFiles } from "../evidence/queries.ts";
import { listOthers, proposalsByFigure } from "../proposals.ts";
import { figureHistory, loadCheckData, officialFigures } from "../published.ts";
import type { Reader } from "../visibility.ts";

/** The bodies to ask for an indicator on a day: those last known in a role, or what they became, and whether they compile its figures. */
function responsibleOn(indicator: IndicatorDefinition, bodies: Body[], today: string, lang: Lang) {
  const ids = (["lead", "monitor", "compiler", "field"] as const)
    .flatMap((role) => lastKnown(indicator.responsible, role, today))
    .map(({ body }) => successorsOf(bodies, body, today).at(-1)?.id ?? body);
  const compilers = compilersOf(indicator, bodies, today);
  return [...new Set(ids)].map((id) => ({
    ...{ id, name: bodies.find((body) => body.id === id)?.name[lang] ?? id },
    compiles: compilers.includes(id),
  }));
}

/** Indicator × year: state of the figure, whether it is missing, due or overdue, and open proposals. */
export async function entryGrid(
  db: Db,
  years: { from: number; to: number },
  today: string,
  lang: Lang,
  reader: Reader,
) {
  const release = await newestReleaseId(db);
  const indicators = (await listDefinitions(db, "indicator", release)).sort((a, b) => a.order - b.order);
  const compilers = new Map((await listDefinitions(db, "compiler", release)).map((c) => [c.code, localize(c, lang)]));
  const bodies = await listDefinitions(db, "body", release);
  const assigned = new Map(
    (await db.orm.select().from(assignment)).map((a) => [a.indicator, { id: a.staff, name: a.staffName }]),
  );
  const proposalsFor = await proposalsByFigure(db, reader);
  const grid = [];
  for (const indicator of indicators) {
    const published = await officialFigures(db, indicator);
    const byYear = new Map(published.map((f) => [f.timePeriod, f]));
    const asked = responsibleOn(indicator, bodies, today, lang);
    const official = { indicator: indicator.code, compiler: indicator.compiler, refArea: COUNTRY };
    grid.push({
      indicator: indicator.code,
      name: indicator.shortName[lang],
      role: indicator.role,
      compiler: indicator.compiler,
      publisher: compilers.get(indicator.compiler)?.name ?? indicator.compiler,
      link: indicator.schedule?.link ?? compilers.get(indicator.compiler)?.url ?? null,
      note: indicator.schedule?.note?.[lang] ?? null,
      responsible: asked.map(({ name }) => name),
      bodies: asked,
      assignee: assigned.get(indicator.code) ?? null,
      cells: cells(indicator, published, years, today).map((cell) => {
        const { timePeriod } = cell;
        const figure = byYear.get(timePeriod);
        const proposals = proposalsFor({ ...official, timePeriod });
        return { ...cell, value: figure?.value ?? null, release: figure?.release ?? null, proposals };
      }),
    });
  }
  return grid;
}

type Origin = {
  release: number;
  publishedAt: string;
  origin: string;
  enteredBy: string | null;
  approvedBy: string | null;
  approvedOnBehalfOf: string | null;
  reviewId: number | null;
  submission: number | null;
  reason: string | null;
  reasonText: string | null;
  place: string | null;
  evidence: string | null;
  approvedAt: string | null;
  submittedAt: string | null;
  confirmation: string | null;
};

/** The origin of a revision: release, authors and approvers, reason, and copies of the source. */
async function originOf(db: Db, key: FigureKey, release: number): Promise<Origin> {
  const { indicator, compiler, refArea, timePeriod } = key;
  const found = await db.one<Origin>(
    `SELECT l.id AS release, l.published_at AS publishedAt, l.origin AS origin, l.entered_by AS enteredBy, l.approved_by AS approvedBy,
         r.on_behalf_of_name AS approvedOnBehalfOf, l.review_id AS reviewId, r.submission_id AS submission, r.at AS approvedAt, i.reason AS reason, i.reason_text AS reasonText, i.place AS place, i.evidence AS evidence,
         i.confirmation AS confirmation, s.submitted_at AS submittedAt
       FROM release l LEFT JOIN review r ON r.id = l.review_id LEFT JOIN submission s ON s.id = r.submission_id
       LEFT JOIN submission_item i ON i.submission_id = r.submission_id AND i.indicator = @indicator AND i.compiler = @compiler
         AND i.ref_area = @refArea AND i.time_period = @timePeriod
         AND EXISTS (SELECT 1 FROM review_item d WHERE d.review_id = r.id AND d.item_id = i.id AND d.outcome = 'approve')
       WHERE l.id = @release`,
    { indicator, compiler, refArea, timePeriod, release },
  );
  return found as Origin;
}

/**
 * Everything the form and the data sheet ("phiếu số liệu") of a figure show: checks, revisions with their origin, other
 * proposals.
 */
export async function entryFigure(db: Db, definition: IndicatorDefinition, key: FigureKey, lang: Lang, reader: Reader) {
  const release = await newestReleaseId(db);
  const checking = await loadCheckData(db, reader.now, reader.id);
  const compiler = await findDefinition(db, "compiler", definition.compiler, release);
  await checking.load([key]);
  const { current, series, knows, limits } = checking.context(key, null);
  const history = [];
  for (const figure of await figureHistory(db, key)) {
    const { evidence, ...origin } = await originOf(db, key, figure.release);
    const source = figure.source === null ? undefined : await findDefinition(db, "source", figure.source, release);
    history.push({
      ...figure,
      obsStatus: [...figure.obsStatus],
      ...origin,
      source: figure.source,
      sourceTitle: source?.title ?? null,
      sourcePublisher: source?.publisher ?? null,
      sourceDate: source?.date ?? null,
      sourceUrl: source?.url ?? null,
      evidence: await findFiles(db, JSON.parse(evidence ?? "[]")),
    });
  }
  return {
    key,
    indicator: localize(definition, lang),
    link: definition.schedule?.link ?? compiler?.url ?? null,
    today: checking.today,
    knows,
    current: current && { ...current, obsStatus: [...current.obsStatus] },
    series: series.map((p) => ({ ...p })),
    limits: limits && { ...limits },
    history,
    proposals: await listOthers(db, key, reader),
  };
}

/** Published figures whose source is the press, to be replaced by a better one. */
export async function pressFigures(db: Db) {
  const release = await newestReleaseId(db);
  const sources = await listDefinitions(db, "source", release);
  const press = new Map(sources.filter(({ kind }) => kind === "press").map((source) => [source.id, source]));
  const figures = await figuresAt(db, release ?? 0, { refArea: COUNTRY }, PRESS_FIELDS);
  return figures.flatMap(({ value, source, ...figure }) => {
    const found = press.get(source ?? "");
    if (value === null || !found) return [];
    return [{ ...figure, value, source: found.id, sourceTitle: found.title, sourceUrl: found.url }];
  });
}
const PRESS_FIELDS = ["indicator", "compiler", "refArea", "timePeriod", "value", "source"] as const;
