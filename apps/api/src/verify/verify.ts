import { findChangedAnswer } from "../audit/checks/answers.ts";
import { findChangedAssignment } from "../audit/checks/assignments.ts";
import { findBrokenLink } from "../audit/checks/chain.ts";
import type { Check, Places } from "../audit/checks/check.ts";
import { findChangedPerson, findReviewWithoutRight } from "../audit/checks/people.ts";
import { findChangedRelease } from "../audit/checks/releases.ts";
import { findChangedSubmission } from "../audit/checks/submissions.ts";
import { snapshot } from "../db/database.ts";
import { findChangedStructure, findCutTable } from "../db/sqlite/structure.ts";
import { findDelegationBreach } from "./checks/delegation.ts";
import { findEarlyReaderBreach } from "./checks/early-readers.ts";
import { findChangedEvidence } from "./checks/evidence.ts";
import { findBadNumber } from "./checks/numbers.ts";

/** The same as of the figures in the file of sign-in. */
const findChangedStaffStructure: Check = async ({ staff }) => {
  const found = staff && (await findChangedStructure(staff));
  return found ? `sign-in, ${found}` : null;
};

/** Every check, in the order in which what they find is said. */
const CHECKS: Check[] = [
  ({ db }) => findChangedStructure(db),
  ({ db }) => findBrokenLink(db),
  findChangedRelease,
  findChangedSubmission,
  ({ db }) => findCutTable(db),
  findDelegationBreach,
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
const found = (check: Check, places: Places): Promise<string | null> =>
  check(places).catch((error: Error) => `could not be checked: ${error.message}`);

/** What each check found: the first bad row of each kind, in words. Empty where everything is as it was written. */
export function findFaults({ db, ...beside }: Places): Promise<string[]> {
  return snapshot(db, async (at) => {
    const faults = [];
    for (const check of CHECKS) faults.push((await found(check, { db: at, ...beside })) ?? []);
    return faults.flat();
  });
}

/** What is wrong with a database's history, naming the first bad row; null when every guard is there and everything is what the audit says. What lies beside the figures is looked at where it is given. */
export const findTampering = async (places: Places): Promise<string | null> => (await findFaults(places))[0] ?? null;
