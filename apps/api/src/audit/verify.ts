import type { Db } from "../db/open.ts";
import { findBadNumber } from "../observations/stored-numbers.ts";
import { findDelegationBreach } from "../reviews/delegation-check.ts";
import { findEarlyReaderBreach } from "../reviews/early-readers-check.ts";
import { findChangedAnswer } from "./checks/answers.ts";
import { findChangedAssignment } from "./checks/assignments.ts";
import { findBrokenLink } from "./checks/chain.ts";
import type { Check, Places } from "./checks/check.ts";
import { findChangedEvidence } from "./checks/evidence.ts";
import { findChangedPerson, findReviewWithoutRight } from "./checks/people.ts";
import { findChangedRelease } from "./checks/releases.ts";
import { findChangedStaffStructure, findChangedStructure, findCutTable } from "./checks/structure.ts";
import { findChangedSubmission } from "./checks/submissions.ts";

/** Every check, in the order in which what they find is said. */
const CHECKS: Check[] = [
  findChangedStructure,
  (places) => findBrokenLink(places),
  findChangedRelease,
  findChangedSubmission,
  findCutTable,
  (places) => findDelegationBreach(places),
  findEarlyReaderBreach,
  findReviewWithoutRight,
  findChangedEvidence,
  findChangedAnswer,
  findChangedAssignment,
  findChangedStaffStructure,
  findChangedPerson,
  findBadNumber,
];

/** What a check found; where rows are such that it cannot even read them, that. */
function found(check: Check, places: Places): string | null {
  try {
    return check(places);
  } catch (error) {
    return `could not be checked: ${(error as Error).message}`;
  }
}

/** What each check found: the first bad row of each kind, in words. Empty where everything is as it was written. */
export function findFaults(places: Places): string[] {
  const { reader } = places.db;
  const look = () => CHECKS.flatMap((check) => found(check, places) ?? []);
  // One picture of a database that is being written to.
  return reader.inTransaction ? look() : reader.transaction(look)();
}

/** What is wrong with a database's history, naming the first bad row; null when every guard is there and everything is what the audit says. What lies beside the figures is looked at where it is given. */
export const findTampering = (db: Db, beside: Omit<Places, "db"> = {}): string | null =>
  findFaults({ db, ...beside })[0] ?? null;
