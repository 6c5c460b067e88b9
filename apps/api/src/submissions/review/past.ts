import { setImmediate as nextTurn } from "node:timers/promises";
import { nearestTo } from "@moc2030/shared/entry/neighbours";
import type { Db } from "../../db/database.ts";
import type { ItemRow } from "../../db/work/submissions.ts";
import { limitsInForce } from "../change-limits.ts";
import { pastOfFigure, publishedNeighbours } from "../figure-past.ts";
import { findReadable, listItems } from "../queries.ts";
import { hiddenItemFilter, type Reader } from "../visibility.ts";

/** Figures of a submission whose past is told. */
const MAX_ITEMS = 200;

/** The nearest of the other economies in the same edition, by value: those published, and those of the same submission. */
async function neighboursOf(db: Db, item: ItemRow, items: readonly ItemRow[]) {
  const { indicator, compiler, timePeriod, edition } = item;
  if (edition === null) return [];
  const proposed = items.filter(
    (one) =>
      one.kind === "enter" &&
      one.refArea !== item.refArea &&
      one.indicator === indicator &&
      one.compiler === compiler &&
      one.timePeriod === timePeriod,
  );
  const areas = new Set(proposed.map(({ refArea }) => refArea));
  const published = await publishedNeighbours(db, item);
  return nearestTo(item.obsValue, [
    ...published
      .filter((one) => one.edition === edition && !areas.has(one.refArea))
      .map(({ refArea, value }) => ({ refArea, value, proposed: false })),
    ...proposed.map(({ refArea, obsValue }) => ({ refArea, value: obsValue, proposed: true })),
  ]);
}

/** What each undecided figure of a submission is seen against. Of the first 200 that the reader may see. */
export async function pastOf(db: Db, reader: Reader, id: number) {
  const row = await findReadable(db, reader, id);
  const isHidden = await hiddenItemFilter(db, reader, [row]);
  const open = (await listItems(db, id)).filter((item) => item.state === "open" && !isHidden(row, item));
  const limits = await limitsInForce(db, row.author);
  const items = [];
  for (const item of open.slice(0, MAX_ITEMS)) {
    items.push({
      item: item.id,
      ...(await pastOfFigure(db, item, limits)),
      neighbours: await neighboursOf(db, item, open),
    });
    await nextTurn();
  }
  return items;
}
