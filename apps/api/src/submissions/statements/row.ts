import { type StatementInput, statementId } from "@moc2030/shared/schema/statement";
import type { StatementRow } from "../../db/work/submissions.ts";

/** The row of a form's statement. */
export const rowOf = (input: StatementInput): Omit<StatementRow, "submissionId" | "baseRelease"> => {
  const { kind, subject, content, withdrawn, newSource, reasonText, evidence } = input;
  return {
    id: statementId(input),
    body: JSON.stringify({ kind, subject, content }),
    withdrawn,
    newSource: newSource && JSON.stringify(newSource),
    reasonText,
    evidence: JSON.stringify(evidence),
  };
};

/** A row as input of the form. */
export const inputOf = (row: StatementRow): StatementInput => ({
  ...JSON.parse(row.body),
  withdrawn: row.withdrawn,
  newSource: row.newSource && JSON.parse(row.newSource),
  reasonText: row.reasonText,
  evidence: JSON.parse(row.evidence),
  baseRelease: row.baseRelease,
});
