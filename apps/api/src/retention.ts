import { and, eq, isNotNull, isNull, lt, or } from "drizzle-orm";
import { daily } from "./daily.ts";
import { type Db, transaction } from "./db/database.ts";
import { mail } from "./db/work/notices.ts";
import type { StaffDb } from "./identity/open.ts";
import { attempt, challenge, newAddress, newFactor, session, staffLink, usedCode } from "./identity/schema.ts";

/** Attempts and used codes count for minutes. */
const HOUR = 3_600_000;
/** Longer than a mail about a change of address is tried, and than a link is asked about. */
const WEEK = 7 * 24 * HOUR;
/** As long as notices are shown. */
const MONTH = 30 * 24 * HOUR;

/**
 * Deletes what holds addresses and secrets beyond its use: ended sessions and challenges, attempts, used codes,
 * unconfirmed second factors, former e-mail addresses, old links, and what a relay said of mail that was given up.
 */
export async function deleteExpired(db: Db, staff: StaffDb, now: Date) {
  const before = (ms: number) => new Date(now.getTime() - ms);
  await transaction(staff, async ({ orm }) => {
    await orm.delete(session).where(lt(session.expiresAt, now));
    await orm.delete(challenge).where(lt(challenge.expiresAt, now));
    await orm.delete(attempt).where(lt(attempt.at, before(HOUR)));
    await orm.delete(usedCode).where(lt(usedCode.at, before(HOUR)));
    await orm.delete(newFactor).where(lt(newFactor.expiresAt, now));
    const isGivenUp = and(isNull(newAddress.confirmedAt), lt(newAddress.expiresAt, now));
    await orm.delete(newAddress).where(or(isGivenUp, lt(newAddress.confirmedAt, before(WEEK))));
    await orm.delete(staffLink).where(lt(staffLink.expiresAt, before(WEEK)));
  });
  const isOld = and(eq(mail.state, "failed"), lt(mail.nextAt, before(MONTH).toISOString()), isNotNull(mail.error));
  await db.orm.update(mail).set({ error: null }).where(isOld);
}

/** Runs `deleteExpired` at once and on every new day in Viet Nam. */
export const deleteExpiredDaily = (db: Db, staff: StaffDb, now: () => Date, failed: (error: unknown) => void) =>
  daily(
    now,
    async () => {
      await deleteExpired(db, staff, now());
      return true;
    },
    failed,
  );
