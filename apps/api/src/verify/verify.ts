import { findChangedAbsence } from "../audit/checks/absences.ts";
import { findChangedResponse } from "../audit/checks/answers.ts";
import { findChangedAssignment } from "../audit/checks/assignments.ts";
import { findBrokenLink } from "../audit/checks/chain.ts";
import type { Check, VerifyContext } from "../audit/checks/check.ts";
import { findChangedEnquiry } from "../audit/checks/enquiries.ts";
import { findChangedLimit } from "../audit/checks/limits.ts";
import { findForgedMail } from "../audit/checks/mails.ts";
import { findForgedNotice } from "../audit/checks/notices.ts";
import { findChangedPerson, findForgedAddress, findReviewWithoutRight } from "../audit/checks/people.ts";
import { findChangedRelease } from "../audit/checks/releases.ts";
import { findChangedStatement } from "../audit/checks/statements.ts";
import { findChangedSubmission } from "../audit/checks/submissions.ts";
import { findChangedComment, findChangedHandedIn } from "../audit/checks/threads.ts";
import { snapshot } from "../db/database.ts";
import { findChangedStructure, findCutTable } from "../db/sqlite/structure.ts";
import { findChangedOutcome } from "../releases/outcome.ts";
import { findDelegationBreach } from "./checks/delegation.ts";
import { findEarlyReaderBreach } from "./checks/early-readers.ts";
import { findChangedEvidence } from "./checks/evidence.ts";
import { findBadNumber } from "./checks/numbers.ts";

const findChangedStaffStructure: Check = async ({ staff }) => {
  const found = staff && (await findChangedStructure(staff));
  return found ? `sign-in, ${found}` : null;
};

/** All checks, in the order of their reports. */
const CHECKS: Check[] = [
  ({ db }) => findChangedStructure(db),
  ({ db }) => findBrokenLink(db),
  findChangedRelease,
  ({ db }) => findChangedOutcome(db),
  findChangedStatement,
  findChangedSubmission,
  findChangedComment,
  findChangedHandedIn,
  ({ db }) => findCutTable(db),
  findDelegationBreach,
  findChangedAbsence,
  findEarlyReaderBreach,
  findReviewWithoutRight,
  findChangedEvidence,
  findChangedResponse,
  findChangedAssignment,
  findChangedEnquiry,
  findChangedLimit,
  findForgedNotice,
  findForgedMail,
  findChangedStaffStructure,
  findChangedPerson,
  findForgedAddress,
  findBadNumber,
];

/** The result of a check; an error is reported as a fault. */
const found = (check: Check, places: VerifyContext): Promise<string | null> =>
  check(places).catch((error: Error) => `could not be checked: ${error.message}`);

/** The first bad row found by each check; empty for an untouched database. */
export function findFaults({ db, ...beside }: VerifyContext): Promise<string[]> {
  return snapshot(db, async (at) => {
    const faults = [];
    for (const check of CHECKS) faults.push((await found(check, { db: at, ...beside })) ?? []);
    return faults.flat();
  });
}

/** The first fault; null for an untouched database. Sign-in and evidence are checked where given. */
export const findTampering = async (places: VerifyContext): Promise<string | null> =>
  (await findFaults(places))[0] ?? null;
