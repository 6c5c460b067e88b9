import { asc, eq } from "drizzle-orm";
import { mail, notice } from "../../db/work/notices.ts";
import { bySubject, type Entry, readTrail } from "../trail.ts";
import type { Check } from "./check.ts";

/** Whether somebody had a role at an instant or was given it later: mail for a role is addressed after its notice. */
const hadRole = (trail: readonly Entry[], role: string, at: string): boolean =>
  trail.filter((entry) => entry.at <= at).at(-1)?.detail.role === role ||
  trail.some((entry) => entry.at > at && entry.detail.role === role);

/**
 * The first mail to somebody whom its notice does not tell. Of roles the audit says who had them or stood in; somebody whom it does
 * not know is reported with the people, where sign-in is checked.
 */
export const findForgedMail: Check = async ({ db }) => {
  const given = await readTrail(db, "action IN ('staff.added', 'staff.changed')");
  const standIns = new Set(
    (await readTrail(db, "action IN ('review.delegated', 'review.delegation_confirmed')")).map(
      ({ detail }) => detail.standIn,
    ),
  );
  const trails = bySubject(given.filter(({ detail }) => typeof detail.role === "string"));
  const rows = await db.orm
    .select({ noticeId: mail.noticeId, to: mail.person, notice })
    .from(mail)
    .leftJoin(notice, eq(notice.id, mail.noticeId))
    .orderBy(asc(mail.noticeId), asc(mail.person));
  for (const { noticeId, to, notice: told } of rows) {
    const say = (what: string) => `mail of notice ${noticeId} to ${to}: ${what}`;
    if (told === null) return say("there is no such notice");
    const trail = trails.get(`staff ${to}`);
    const isMeant =
      told.role === null
        ? told.person === to
        : told.actor !== to &&
          (!trail || hadRole(trail, told.role, told.at) || (told.role === "reviewer" && standIns.has(to)));
    if (!isMeant) return say("the notice is for somebody else");
  }
  return null;
};
