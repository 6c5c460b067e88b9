import { largestChange, usualChange } from "@moc2030/shared/entry/plausible";
import type { FigureKey } from "@moc2030/shared/figure/figure";
import { z } from "zod";
import type { Db } from "../db/database.ts";
import { figuresAt, NEWEST } from "../observations/figures-at.ts";
import type { limitsInForce } from "./change-limits.ts";
import { pointsOf } from "./published.ts";

/** What a proposed figure is seen against, but for its neighbours. */
export const figurePast = z.strictObject({
  series: z
    .array(
      z.strictObject({
        timePeriod: z.int(),
        value: z.string().nullable(),
        obsStatus: z.array(z.string()),
        rankPool: z.int().nullable(),
      }),
    )
    .describe("What is published of the same compiler and area, oldest first, without the figure itself."),
  largest: z
    .strictObject({ from: z.int(), timePeriod: z.int(), change: z.number() })
    .nullable()
    .describe("The largest change a year so far, up or down."),
  plausible: z
    .strictObject({ low: z.number(), high: z.number(), basis: z.enum(["history", "ratio", "reviewer"]) })
    .nullable()
    .describe("Change beyond which the author has to say why: a year, by ratio since the figure before."),
  others: z
    .array(z.strictObject({ compiler: z.string(), value: z.string().nullable() }))
    .describe("The same figure by other compilers."),
});

/** The published series of a figure without the figure itself, what changes there were and are plausible, other compilers. */
export async function pastOfFigure(
  db: Db,
  { indicator, compiler, refArea, timePeriod }: FigureKey,
  limits: Awaited<ReturnType<typeof limitsInForce>>,
): Promise<z.infer<typeof figurePast>> {
  const series = (await figuresAt(db, NEWEST, { indicator, compiler, refArea }))
    .filter((one) => one.timePeriod !== timePeriod)
    .sort((a, b) => a.timePeriod - b.timePeriod);
  const points = pointsOf(series);
  const set = limits.get(indicator);
  const usual = usualChange(points, timePeriod);
  const others = await figuresAt(db, NEWEST, { indicator, refArea, timePeriod });
  return {
    series: series.map(({ timePeriod: year, value, obsStatus, rankPool }) => ({
      ...{ timePeriod: year, value, rankPool },
      obsStatus: [...obsStatus],
    })),
    largest: largestChange(points),
    plausible: set ? { ...set, basis: "reviewer" } : usual,
    others: others
      .filter((one) => one.compiler !== compiler && one.value !== null)
      .map((one) => ({ compiler: one.compiler, value: one.value })),
  };
}

/** What is published of the other economies in the year of a figure. */
export const publishedNeighbours = async (db: Db, { indicator, compiler, refArea, timePeriod }: FigureKey) =>
  (await figuresAt(db, NEWEST, { indicator, compiler, timePeriod }))
    .filter((one) => one.refArea !== refArea)
    .map(({ refArea: area, value, edition }) => ({ refArea: area, value, edition }));
