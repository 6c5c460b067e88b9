import { keyText, MISSING_STATUS } from "@moc2030/shared/figure/figure";
import type { FigureInput } from "@moc2030/shared/schema/submission";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "../db/database.ts";
import { type ItemRow, submissionItem } from "../db/work/submissions.ts";
import { proposedOf } from "./item-row.ts";

const MISSING: readonly string[] = MISSING_STATUS;

/** The open rows of a draft that have no figure yet, and do not say that there is none. */
async function waitingRows(tx: Db, id: number): Promise<ItemRow[]> {
  const { submissionId, state, kind, obsValue, pair } = submissionItem;
  const rows = await tx.orm
    .select()
    .from(submissionItem)
    .where(and(eq(submissionId, id), eq(state, "open"), eq(kind, "enter"), isNull(obsValue), isNull(pair)));
  return rows.filter(({ obsStatus }) => !obsStatus.split(";").some((code) => MISSING.includes(code)));
}

/**
 * Takes out the rows of a draft that wait for figures which now come, and gives those figures the copy and the place
 * that were given for the rows, where they have none of their own.
 */
export async function fillWaitingRows(tx: Db, id: number, inputs: readonly FigureInput[]): Promise<FigureInput[]> {
  const waiting = new Map((await waitingRows(tx, id)).map((row) => [keyText(proposedOf(row)), row]));
  const filled: number[] = [];
  const given = inputs.map((input) => {
    const row = input.value === null ? undefined : waiting.get(keyText(input));
    if (!row) return input;
    filled.push(row.id);
    const evidence = input.evidence.length > 0 ? input.evidence : (JSON.parse(row.evidence) as string[]);
    return { ...input, evidence, place: input.place ?? row.place };
  });
  if (filled.length > 0)
    await tx.orm.update(submissionItem).set({ state: "removed" }).where(inArray(submissionItem.id, filled));
  return given;
}
