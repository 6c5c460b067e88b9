import { stat } from "node:fs/promises";
import { dayInVietNam } from "@moc2030/shared/text/date";
import type { Db } from "../db/database.ts";
import { freeBytes } from "../health.ts";
import { latestRelease } from "../observations/read-point.ts";
import { awaitedFigures } from "../outbox/reminders.ts";
import { type BackupRecord, readBackupRecord } from "../verify/backup-record.ts";
import { type ClockState, clockState } from "./clock.ts";

/** What the installation says of itself; a database without a release, or never backed up, has null for that instant. */
export type State = {
  release: { id: number; publishedAt: string } | null;
  backup: BackupRecord;
  freeBytes: number;
  walBytes: number;
  overdue: number;
  mail: { waiting: number; failed: number };
  clock: ClockState;
};

/** What takes longer to find out is asked again after so long. */
const SLOW_MS = 10 * 60_000;

/** Reads the state of the installation that serves `db`. */
export function stateReader(db: Db, now: () => Date, askClock: () => Promise<ClockState> = clockState) {
  let slow: { at: number; found: Promise<Pick<State, "overdue" | "clock">> } | undefined;
  const findSlow = async () => {
    const awaited = await awaitedFigures(db, dayInVietNam(now()), now());
    return { overdue: awaited.filter(({ kind }) => kind === "overdue").length, clock: await askClock() };
  };
  return async (): Promise<State> => {
    const at = now().getTime();
    if (!slow || Math.abs(at - slow.at) >= SLOW_MS) slow = { at, found: findSlow() };
    const { found } = slow;
    found.catch(() => {
      if (slow?.found === found) slow = undefined;
    });
    const mail = await db.all<{ state: string; count: number }>(
      "SELECT state, count(*) AS count FROM mail GROUP BY state",
    );
    const countOf = (state: string) => mail.find((one) => one.state === state)?.count ?? 0;
    return {
      release: await latestRelease(db),
      backup: readBackupRecord(db.file),
      freeBytes: await freeBytes(db.file),
      walBytes: await stat(`${db.file}-wal`).then(
        ({ size }) => size,
        () => 0,
      ),
      mail: { waiting: countOf("waiting"), failed: countOf("failed") },
      ...(await found),
    };
  };
}
