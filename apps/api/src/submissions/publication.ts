import type { FigureInput } from "@moc2030/shared/schema/submission";
import { normalText } from "@moc2030/shared/text/clean";
import { and, eq, ne } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "../db/database.ts";
import { submissionItem } from "../db/work/submissions.ts";
import { Problem } from "../http/problem.ts";
import { listToMend, type RowToMend } from "./import/rest.ts";

/** What tells publications apart. */
export type Origin = Pick<FigureInput, "source" | "newSource" | "edition">;
/** An author's answer, where a figure is of another publication than those of its draft: whether it joins them. */
export type Answer = { joins: boolean };
export const joinQuery = z.strictObject({
  join: z
    .enum(["true"])
    .optional()
    .describe("Figures of another publication than those of the draft join it; without this they are refused (409)."),
});
export const answerOf = ({ join }: z.infer<typeof joinQuery>): Answer => ({ joins: join === "true" });

const plain = (text: string | null | undefined) =>
  normalText(text ?? "")
    .trim()
    .toLowerCase();
const sourceOf = ({ source, newSource }: Origin) =>
  newSource ? JSON.stringify([plain(newSource.publisher), plain(newSource.title), plain(newSource.date)]) : source;

/**
 * Which figures are of another publication than all of `there`: of one publication are those of one source, as a letter
 * with several editions is, and those of one edition. One whose source is not said yet is of no other.
 */
export function foreignTo(there: readonly Origin[]): (figure: Origin) => boolean {
  const said = there.filter((one) => sourceOf(one) !== null);
  const sources = new Set(said.map(sourceOf));
  const editions = new Set(said.map(({ edition }) => plain(edition)));
  editions.delete("");
  return (figure) => {
    const source = sourceOf(figure);
    return source !== null && said.length > 0 && !sources.has(source) && !editions.has(plain(figure.edition));
  };
}

/** The origin of a row that has to be mended, as far as its cells say it. */
export const originOfRow = ({ cells, newSource }: Pick<RowToMend, "cells" | "newSource">): Origin => ({
  source: cells.SOURCE?.trim() || null,
  newSource: cells.SOURCE?.trim() ? null : newSource,
  edition: cells.EDITION ?? null,
});

/** The origins of all that a draft holds, rows to be mended included, but for some items. */
async function originsIn(tx: Db, id: number, but: ReadonlySet<number>): Promise<Origin[]> {
  const { submissionId, state, source, newSource, edition } = submissionItem;
  const items = await tx.orm
    .select({ item: submissionItem.id, source, newSource, edition })
    .from(submissionItem)
    .where(and(eq(submissionId, id), ne(state, "removed")));
  const rows = (await listToMend(tx, id)).map(originOfRow);
  const others = items.filter(({ item }) => !but.has(item));
  return [...others.map((one) => ({ ...one, newSource: one.newSource && JSON.parse(one.newSource) })), ...rows];
}

/**
 * Throws a 409 where figures are of another publication than those of their draft, unless their author has said that
 * they join it. `before`: the items whose places they take, of which one that had joined is not asked about again.
 */
export async function assertOnePublication(
  tx: Db,
  id: number,
  figures: readonly Origin[],
  { joins }: Answer,
  before: readonly (Origin & { id: number })[] = [],
): Promise<void> {
  if (joins) return;
  const isForeign = foreignTo(await originsIn(tx, id, new Set(before.map((item) => item.id))));
  const hadJoined = (item: Origin | undefined) => item !== undefined && isForeign(item);
  const foreign = figures.filter((figure, n) => isForeign(figure) && !hadJoined(before[n]));
  if (foreign.length === 0) return;
  throw new Problem(
    "other-publication",
    `${foreign.length} of ${figures.length} figures are of another publication than those of draft ${id}: open another draft for them, or send join=true.`,
    [{ parameter: "join", detail: "expected true, where figures of another publication are to join this draft" }],
  );
}
