import { findSubmissionFault } from "../../audit/checks/submissions.ts";
import type { Db } from "../../db/database.ts";
import { Problem } from "../../http/problem.ts";
import { assertBaseUnchanged, findingsOf } from "../findings.ts";
import { figureHistory, loadCheckData } from "../published.ts";
import { assertStatements } from "../statements/check.ts";
import { assertUnmoved } from "../statements/queries.ts";
import { inputOf } from "../statements/row.ts";
import type { Content } from "./publish.ts";

/**
 * Throws a 409 where a figure or statement to publish was revised since its author saw it, or no longer passes the
 * checks.
 */
export async function assertPublishable(tx: Db, { items, statements }: Content, now: Date) {
  await assertUnmoved(tx, statements);
  await assertStatements(tx, statements.map(inputOf), now);
  const checked = await findingsOf(
    items.map((item) => ({ ...item, state: "open" as const })),
    await loadCheckData(tx, now, null),
  );
  await assertBaseUnchanged(checked, async (item) =>
    (await figureHistory(tx, item)).find((f) => f.release === item.baseRelease),
  );
  const wrong = checked.find(({ errors }) => errors.length > 0);
  if (wrong)
    throw new Problem(
      "conflict",
      `Item ${wrong.item.id} no longer passes the checks: ${wrong.errors.map((e) => e.code).join(", ")}.`,
    );
}

/**
 * Throws a 409 where the database differs from what was submitted; such a submission can still be returned or rejected.
 */
export async function assertUntampered(tx: Db, id: number) {
  const found = await findSubmissionFault(tx, id);
  if (found)
    throw new Problem(
      "conflict",
      `The database was changed behind the product's back, nothing is published: ${found}.`,
    );
}
