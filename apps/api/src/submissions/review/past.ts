import { setImmediate as nextTurn } from "node:timers/promises";
import { largestChange, usualChange } from "@moc2030/shared/entry/plausible";
import type { PublishedFigure } from "@moc2030/shared/figure/figure";
import type { Db } from "../../db/database.ts";
import type { ItemRow } from "../../db/work/submissions.ts";
import { figuresAt, NEWEST } from "../../observations/figures-at.ts";
import { limitsInForce } from "../change-limits.ts";
import { pointsOf } from "../published.ts";
import { findReadable, listItems } from "../queries.ts";
import { hiddenItemFilter, type Reader } from "../visibility.ts";

/** Figures of a submission whose past is told. */
const MAX_ITEMS = 200;
const MAX_NEIGHBOURS = 10;

/** The nearest of the other economies in the same edition, by value: those published, and those of the same submission. */
async function neighboursOf(db: Db, item: ItemRow, items: readonly ItemRow[]) {
  const { indicator, compiler, timePeriod, edition } = item;
  const own = Number(item.obsValue ?? Number.NaN);
  if (edition === null || Number.isNaN(own)) return [];
  const proposed = items.filter(
    (one) =>
      one.kind === "enter" &&
      one.refArea !== item.refArea &&
      one.indicator === indicator &&
      one.compiler === compiler &&
      one.timePeriod === timePeriod,
  );
  const areas = new Set([item.refArea, ...proposed.map(({ refArea }) => refArea)]);
  const published = await figuresAt(db, NEWEST, { indicator, compiler, timePeriod });
  return [
    ...published
      .filter((one) => one.edition === edition && !areas.has(one.refArea))
      .map(({ refArea, value }) => ({ refArea, value, proposed: false })),
    ...proposed.map(({ refArea, obsValue }) => ({ refArea, value: obsValue, proposed: true })),
  ]
    .filter(({ value }) => value !== null && !Number.isNaN(Number(value)))
    .sort((a, b) => Math.abs(Number(a.value) - own) - Math.abs(Number(b.value) - own))
    .slice(0, MAX_NEIGHBOURS)
    .sort((a, b) => Number(a.value) - Number(b.value));
}

/** What is published of a figure's series, but for the figure itself. */
const seriesOf = (figures: readonly PublishedFigure[], item: ItemRow): PublishedFigure[] =>
  figures.filter(({ timePeriod }) => timePeriod !== item.timePeriod).sort((a, b) => a.timePeriod - b.timePeriod);

/**
 * What each undecided figure of a submission is seen against: its series, the largest change so far, what change is
 * plausible, other economies in the same edition, other compilers. Of the first 200 that the reader may see.
 */
export async function pastOf(db: Db, reader: Reader, id: number) {
  const row = await findReadable(db, reader, id);
  const isHidden = await hiddenItemFilter(db, reader, [row]);
  const open = (await listItems(db, id)).filter((item) => item.state === "open" && !isHidden(row, item));
  const limits = await limitsInForce(db, row.author);
  const items = [];
  for (const item of open.slice(0, MAX_ITEMS)) {
    const { indicator, compiler, refArea, timePeriod } = item;
    const series = seriesOf(await figuresAt(db, NEWEST, { indicator, compiler, refArea }), item);
    const points = pointsOf(series);
    const set = limits.get(indicator);
    const usual = usualChange(points);
    const others = await figuresAt(db, NEWEST, { indicator, refArea, timePeriod });
    items.push({
      item: item.id,
      series: series.map(({ timePeriod: year, value, obsStatus, rankPool }) => ({
        timePeriod: year,
        value,
        obsStatus: [...obsStatus],
        rankPool,
      })),
      largest: largestChange(points),
      plausible: set ? { ...set, basis: "reviewer" as const } : usual && { ...usual, basis: "history" as const },
      neighbours: await neighboursOf(db, item, open),
      others: others
        .filter((one) => one.compiler !== compiler && one.value !== null)
        .map(({ compiler: by, value }) => ({ compiler: by, value })),
    });
    await nextTurn();
  }
  return items;
}
