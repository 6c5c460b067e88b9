import type { Role } from "@moc2030/shared/actions";
import type { Notice, NoticeKind } from "@moc2030/shared/schema/notice";
import { eq } from "drizzle-orm";
import type { Principal } from "../audit/chain.ts";
import type { Db } from "../db/database.ts";
import { notice } from "../db/work/notices.ts";

/** What a notice says besides its kind; `actor` where who did it is told of it too. */
export type NoticeDetail = Partial<
  Pick<Notice, "actor" | "whole" | "indicator" | "timePeriod" | "dueBy" | "address" | "account">
>;
export type NewNotice = {
  kind: NoticeKind;
  /** One person by id, or everybody with a role but for the actor. */
  to: { person: string } | { role: Role };
  actor?: Principal;
  submission?: number;
  detail?: NoticeDetail;
  /** A notice with the same key is written once. */
  once?: string;
};

/** Who is told: in which roles, and of whose doing they are not told with a role. */
export type ToldAs = { id: string; roles: readonly Role[]; notOf: readonly string[] };

/** Tells somebody of what happens in this transaction; nobody is told of what they did themselves. */
export async function notify(tx: Db, at: string, { kind, to, actor, submission, detail = {}, once }: NewNotice) {
  const [person, role] = "person" in to ? [to.person, null] : [null, to.role];
  if (person !== null && person === actor?.id) return;
  if (once !== undefined && (await tx.orm.$count(notice, eq(notice.once, once))) > 0) return;
  const said = { actor: actor?.name ?? null, ...detail };
  await tx.orm.insert(notice).values({
    ...{ at, kind, person, role, actor: actor?.id ?? null },
    ...{ submissionId: submission ?? null, detail: JSON.stringify(said), once: once ?? null },
  });
}
