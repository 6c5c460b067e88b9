import type { Db } from "../../db/database.ts";
import { findDefinition } from "../../definitions/queries.ts";
import { Problem } from "../../http/problem.ts";
import { newestReleaseId } from "../../observations/read-point.ts";

/** An indicator as defined now; 404 for an unknown code. */
export async function requireIndicator(db: Db, code: string) {
  const found = await findDefinition(db, "indicator", code, await newestReleaseId(db));
  if (!found) throw new Problem("unknown-code", `No indicator has the code ${code}.`);
  return found;
}
