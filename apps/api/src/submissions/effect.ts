import type { Assessment } from "@moc2030/shared/assessment";
import { dayInVietNam } from "@moc2030/shared/date";
import { assessAll } from "../assessments/queries.ts";
import { type Db, transaction } from "../db/open.ts";
import { findHead } from "../releases/at.ts";
import { writeRelease } from "../reviews/publish.ts";
import type { ItemRow } from "./item-row.ts";

/** Carries a rehearsal's outcome out of a transaction that is taken back. */
class Rehearsed extends Error {
  readonly outcome: Effect;
  constructor(outcome: Effect) {
    super("taken back");
    this.outcome = outcome;
  }
}
const verdict = (a: Assessment | undefined) => (a ? { class: a.class, reason: a.reason } : null);
export type StatusChange = {
  targetId: string;
  before: ReturnType<typeof verdict>;
  after: { class: Assessment["class"]; reason: Assessment["reason"] };
};
export type Effect = { statuses: StatusChange[]; assessments: Assessment[] };

/** What publishing these figures would do to the statuses: it is done, judged by the same rules, and taken back. */
export async function effectOf(db: Db, items: readonly ItemRow[], now: Date): Promise<Effect> {
  if (items.length === 0) return { statuses: [], assessments: [] };
  const indicator = [...new Set(items.map((item) => item.indicator))];
  const referenceDate = dayInVietNam(now);
  const judge = async (on: Db) => assessAll(on, { release: await findHead(on), referenceDate }, { indicator });
  try {
    return await transaction(db, async (tx) => {
      const before = new Map((await judge(tx)).map((a) => [a.targetId, a]));
      const about = { origin: "seed_change" as const, reasonVi: "-", reasonEn: "-" };
      // Last of each key: a draft may hold a figure twice until it is submitted.
      const last = new Map(items.map((i) => [`${i.indicator} ${i.compiler} ${i.refArea} ${i.timePeriod}`, i]));
      writeRelease(tx, [...last.values()], about, now);
      const assessments = await judge(tx);
      const statuses = assessments.flatMap((after): StatusChange[] => {
        const old = before.get(after.targetId);
        if (old && old.class === after.class && old.reason === after.reason) return [];
        return [
          { targetId: after.targetId ?? "", before: verdict(old), after: { class: after.class, reason: after.reason } },
        ];
      });
      throw new Rehearsed({ statuses, assessments });
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.outcome;
    throw error;
  }
}
