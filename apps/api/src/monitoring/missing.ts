import type { Owner } from "@moc2030/shared/page/page";
import type { State } from "./state.ts";

/** What an administrator has to see to, in the order of the page; its words are `health.missing.…` of the staff texts. */
export const MISSING = [
  "disk",
  "no-backup",
  "old-backup",
  "no-restore-test",
  "old-restore-test",
  "no-hook",
  "clock-off",
  "clock-unknown",
  "mail-failed",
  "one-administrator",
  "owner",
  "contact",
  "origin",
  "relay",
] as const;
export type Missing = (typeof MISSING)[number];

const HOUR = 3_600_000;
/** The same thresholds as deploy/alerts.yaml; a restore is tried every month. */
const [LOW_BYTES, OLD_BACKUP_MS, OLD_TEST_MS] = [1e9, 26 * HOUR, 35 * 24 * HOUR];

type Settings = {
  owner: Owner | null;
  contact: string | null;
  origin: string;
  mails: boolean;
  /** BACKUP_HOOK is set. */
  copies: boolean;
  /** How many administrators can sign in. */
  administrators: number;
};

/** What is missing of an installation in this state, with these settings. */
export function missingOf(
  { backup, freeBytes, clock, mail }: Pick<State, "backup" | "freeBytes" | "clock" | "mail">,
  { owner, contact, origin, mails, copies, administrators }: Settings,
  now: Date,
): Missing[] {
  const isOld = (instant: string | undefined, ms: number) =>
    instant !== undefined && now.getTime() - Date.parse(instant) > ms;
  const is: Record<Missing, boolean> = {
    disk: freeBytes < LOW_BYTES,
    "no-backup": backup.madeAt === undefined,
    "old-backup": isOld(backup.madeAt, OLD_BACKUP_MS),
    "no-restore-test": backup.testedAt === undefined,
    "old-restore-test": isOld(backup.testedAt, OLD_TEST_MS),
    "no-hook": !copies,
    "clock-off": clock === "off",
    "clock-unknown": clock === "unknown",
    "mail-failed": mail.failed > 0,
    "one-administrator": administrators < 2,
    owner: owner === null,
    contact: contact === null,
    origin: origin === "",
    relay: !mails,
  };
  return MISSING.filter((one) => is[one]);
}
