import { COUNTRY } from "@moc2030/shared/figure/country";
import { type FigureKey, keyText } from "@moc2030/shared/figure/figure";
import type { SubmissionState } from "@moc2030/shared/schema/submission";
import type { Db } from "../db/database.ts";
import { hiddenItemFilter, type Reader } from "./visibility.ts";

/** A proposal of someone for a figure, before its content is hidden. */
type Other = {
  submission: number;
  item: number;
  itemState: string;
  state: SubmissionState;
  author: string;
  authorName: string;
  value: string | null;
};
const OTHER = `s.id AS submission, s.state AS state, s.author AS author, s.author_name AS authorName, i.obs_value AS value, i.id AS item, i.state AS itemState`;
const UNDECIDED = `s.state IN ('draft', 'submitted', 'returned', 'scheduled')
  AND (i.state = 'open' OR (s.state = 'scheduled' AND i.state = 'approved'))`;

/** A proposal as shown to a reader; its value only if they may see it. */
async function shapeFor(db: Db, reader: Reader, others: readonly Other[]) {
  const isHidden = await hiddenItemFilter(
    db,
    reader,
    others.map(({ submission, state }) => ({ id: submission, state })),
  );
  return ({ submission, state, author, authorName, value, item, itemState }: Other) => {
    const hidden = isHidden({ id: submission, author, state }, { id: item, state: itemState });
    return { submission, state, author: { id: author, name: authorName }, value: hidden ? null : value, hidden };
  };
}

/** Undecided proposals for the country's figures, by indicator, compiler and year. */
export async function proposalsByFigure(db: Db, reader: Reader) {
  type Keyed = Other & Pick<FigureKey, "indicator" | "compiler" | "timePeriod">;
  const rows = await db.all<Keyed>(
    `SELECT i.indicator AS indicator, i.compiler AS compiler, i.time_period AS timePeriod, ${OTHER}
     FROM submission_item i JOIN submission s ON s.id = i.submission_id
     WHERE i.ref_area = '${COUNTRY}' AND ${UNDECIDED} ORDER BY s.id, i.id`,
  );
  const shape = await shapeFor(db, reader, rows);
  const byFigure = new Map<string, ReturnType<typeof shape>[]>();
  for (const row of rows) {
    const key = keyText({ ...row, refArea: COUNTRY });
    byFigure.set(key, [...(byFigure.get(key) ?? []), shape(row)]);
  }
  return (key: FigureKey) => byFigure.get(keyText(key)) ?? [];
}

/** Undecided proposals for a figure. */
export async function listOthers(db: Db, { indicator, compiler, refArea, timePeriod }: FigureKey, reader: Reader) {
  const others = await db.all<Other>(
    `SELECT ${OTHER} FROM submission_item i JOIN submission s ON s.id = i.submission_id
     WHERE i.indicator = @indicator AND i.compiler = @compiler AND i.ref_area = @refArea AND i.time_period = @timePeriod
       AND ${UNDECIDED} ORDER BY s.id`,
    { indicator, compiler, refArea, timePeriod },
  );
  return others.map(await shapeFor(db, reader, others));
}

/** Undecided proposals in other submissions for the figures of this one, by open item. */
export async function othersByItem(db: Db, id: number, reader: Reader) {
  const rows = await db.all<Other & { own: number }>(
    `SELECT m.id AS own, ${OTHER} FROM submission_item m
     JOIN submission_item i ON i.indicator = m.indicator AND i.time_period = m.time_period AND i.ref_area = m.ref_area AND i.compiler = m.compiler
     JOIN submission s ON s.id = i.submission_id
     WHERE m.submission_id = @id AND m.state = 'open' AND s.id <> @id AND ${UNDECIDED} ORDER BY m.id, s.id`,
    { id },
  );
  const shape = await shapeFor(db, reader, rows);
  const byItem = new Map<number, ReturnType<typeof shape>[]>();
  for (const { own, ...other } of rows) byItem.set(own, [...(byItem.get(own) ?? []), shape(other)]);
  return byItem;
}
