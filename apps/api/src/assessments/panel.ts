import { othersLikeUs } from "@moc2030/shared/outlook/others-like-us";
import { type PanelFigure, panelOf, poolOf } from "@moc2030/shared/outlook/panel";
import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { IndicatorDefinition } from "@moc2030/shared/schema/indicator";
import type { Outlook } from "@moc2030/shared/schema/outlook";
import type { Db } from "../db/database.ts";
import { figuresAt, figuresSince } from "../observations/figures-at.ts";

const FIELDS = ["refArea", "timePeriod", "value", "rankPool", "obsStatus", "confidence"] as const;
type Ranked = Pick<IndicatorDefinition, "code" | "compiler">;

/** The official compiler's figures of all economies at a release. */
export const panelFigures = async (db: Db, release: number, { code, compiler }: Ranked): Promise<PanelFigure[]> =>
  (await figuresAt(db, release, { indicator: code, compiler }, FIELDS)).map((figure) => ({
    ...figure,
    value: figure.value === null ? null : Number(figure.value),
  }));

/** Years between editions. */
const STEP = { A: 1, A2: 2, _O: null } as const;

/**
 * Others in our place, for an open target on a rank whose indicator names a panel; null for any other. `assumed` is the
 * panel with unpublished figures, else it is read.
 */
export async function othersAt(
  db: Db,
  release: number,
  indicator: IndicatorDefinition,
  { latest, targetValue, targetYear }: Assessment,
  assumed: readonly PanelFigure[] | null,
): Promise<Outlook["othersLikeUs"]> {
  const [step, from] = [STEP[indicator.frequency], indicator.referenceClass?.from];
  if (!latest || targetValue === null || indicator.valueKind !== "rank" || !step || from === undefined) return null;
  const count = (figures: readonly PanelFigure[]) =>
    othersLikeUs(panelOf(figures, from), poolOf(figures, latest.timePeriod), step, {
      latest,
      target: { timePeriod: targetYear, value: targetValue },
    });
  if (assumed) return count(assumed);
  const since = await figuresSince(db, release, indicator.code);
  const key = [indicator.code, from, step, latest.timePeriod, latest.value, targetYear, targetValue, since].join(" ");
  return db.remember(`others like us: ${key}`, async () => count(await panelFigures(db, release, indicator)));
}
