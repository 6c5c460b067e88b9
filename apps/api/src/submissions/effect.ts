import { setImmediate as nextTurn } from "node:timers/promises";
import { COUNTRY } from "@moc2030/shared/figure/country";
import { type Assessment, assessment } from "@moc2030/shared/schema/assessment";
import { issuedReport } from "@moc2030/shared/schema/report";
import { type FigureInput, statusChange } from "@moc2030/shared/schema/submission";
import { dayInVietNam } from "@moc2030/shared/text/date";
import { z } from "zod";
import { type AssumedFigure, assessAll } from "../assessments/queries.ts";
import type { Db } from "../db/database.ts";
import { listIssuedReports } from "../issued-reports/queries.ts";
import { figuresAt } from "../observations/figures-at.ts";
import { latestRelease } from "../observations/read-point.ts";

const verdict = (a: Assessment | undefined) => (a ? { class: a.class, reason: a.reason } : null);
export type StatusChange = {
  targetId: string;
  before: ReturnType<typeof verdict>;
  after: { class: Assessment["class"]; reason: Assessment["reason"] };
};
/** An issued report, with the country's figures in its data that would be otherwise. */
const toldOtherwise = issuedReport.extend({
  figures: z.array(z.strictObject({ indicator: z.string(), compiler: z.string(), timePeriod: z.int() })),
});
export type Effect = {
  statuses: StatusChange[];
  assessments: Assessment[];
  issuedReports: z.infer<typeof toldOtherwise>[];
};
/** JSON of an effect. */
export const effect = z.strictObject({
  statuses: z.array(statusChange),
  assessments: z.array(assessment),
  issuedReports: z.array(toldOtherwise).describe("Issued reports whose data have another value."),
});

/** Items read between two turns of the event loop. */
const ITEMS_AT_ONCE = 1000;
type Row = Omit<AssumedFigure, "obsStatus"> & { id: number; indicator: string; obsStatus: string; text: string | null };

/** The open items of a submission as they would be published, by indicator. */
async function listAssumed(db: Db, id: number): Promise<Map<string, AssumedFigure[]>> {
  const page = (after: number) =>
    db.all<Row>(
      `SELECT id, indicator, kind = 'withdraw' AS isWithdrawn, compiler, ref_area AS refArea, time_period AS timePeriod, obs_value AS text,
       rank_pool AS rankPool, obs_status AS obsStatus, confidence, published
     FROM submission_item WHERE submission_id = @id AND state = 'open' AND id > @after ORDER BY id LIMIT ${ITEMS_AT_ONCE}`,
      { id, after },
    );
  const byIndicator = new Map<string, AssumedFigure[]>();
  for (let after = 0; ; await nextTurn()) {
    const rows = await page(after);
    for (const { id: item, indicator, text, obsStatus, ...rest } of rows) {
      after = item;
      const value = text === null ? null : Number(text);
      const figures = byIndicator.get(indicator) ?? [];
      byIndicator.set(indicator, figures);
      figures.push({
        ...rest,
        // A draft may hold a text that is not a number, which would not be published.
        value: Number.isNaN(value) ? null : value,
        obsStatus: obsStatus.split(";") as AssumedFigure["obsStatus"],
      });
    }
    if (rows.length < ITEMS_AT_ONCE) return byIndicator;
  }
}

/** The status changes that publishing a submission's open items now would cause. Read-only. */
export const effectOf = async (db: Db, id: number, now: Date): Promise<Effect> =>
  effectOfFigures(db, await listAssumed(db, id), now);

/** The same of figures that are in no submission yet. */
export async function effectOfInputs(db: Db, inputs: readonly FigureInput[], now: Date): Promise<Effect> {
  const byIndicator = new Map<string, AssumedFigure[]>();
  for (const { indicator, kind, value, ...rest } of inputs) {
    const figure = { ...rest, value: value === null ? null : Number(value), isWithdrawn: kind === "withdraw" ? 1 : 0 };
    const figures = byIndicator.get(indicator) ?? [];
    byIndicator.set(indicator, figures);
    figures.push(figure as AssumedFigure);
  }
  return effectOfFigures(db, byIndicator, now);
}

async function effectOfFigures(db: Db, assumed: Awaited<ReturnType<typeof listAssumed>>, now: Date): Promise<Effect> {
  if (assumed.size === 0) return { statuses: [], assessments: [], issuedReports: [] };
  const at = { release: await latestRelease(db), referenceDate: dayInVietNam(now) };
  const filter = { indicator: [...assumed.keys()] };
  const before = new Map((await assessAll(db, at, filter)).map((a) => [a.targetId, a]));
  await nextTurn();
  const assessments = await assessAll(db, at, filter, assumed);
  const statuses = assessments.flatMap((after): StatusChange[] => {
    const old = before.get(after.targetId);
    if (old && old.class === after.class && old.reason === after.reason) return [];
    return [
      { targetId: after.targetId ?? "", before: verdict(old), after: { class: after.class, reason: after.reason } },
    ];
  });
  return { statuses, assessments, issuedReports: await reportsOtherwise(db, at.release?.id ?? null, assumed) };
}

/** The issued reports whose data have another value for one of the country's assumed figures. */
async function reportsOtherwise(db: Db, release: number | null, assumed: Awaited<ReturnType<typeof listAssumed>>) {
  const own = [...assumed].flatMap(([indicator, figures]) =>
    figures.filter(({ refArea }) => refArea === COUNTRY).map((figure) => ({ ...figure, indicator })),
  );
  const found: Effect["issuedReports"] = [];
  if (own.length === 0) return found;
  for (const report of await listIssuedReports(db, release)) {
    const figures = [];
    for (const { indicator, compiler, timePeriod, value, isWithdrawn } of own) {
      const key = { indicator, compiler, refArea: COUNTRY, timePeriod };
      const [then] = await figuresAt(db, report.dataRelease.id, key, ["value"]);
      const said = then?.value ?? null;
      if (said !== null && (isWithdrawn || Number(said) !== value)) figures.push({ indicator, compiler, timePeriod });
    }
    if (figures.length > 0) found.push({ ...report, figures });
  }
  return found;
}
