import type { Db } from "../db/database.ts";
import { Problem } from "../http/problem.ts";
import { type Definitions, unknownCodes } from "./queries.ts";

/** Throws a 422 that names each query parameter with codes that never existed. */
export async function assertKnown(
  db: Db,
  lists: Record<string, [kind: keyof Definitions, codes: string[] | undefined]>,
) {
  const errors = [];
  for (const [parameter, [kind, codes]] of Object.entries(lists)) {
    const unknown = await unknownCodes(db, kind, codes ?? []);
    if (unknown.length > 0)
      errors.push({
        parameter,
        detail: `unknown ${kind} ${unknown.slice(0, 5).join(", ")}${unknown.length > 5 ? ", …" : ""}`,
      });
  }
  const [first] = errors;
  if (first) throw new Problem("invalid", `${first.parameter}: ${first.detail}`, errors);
}

/** Throws a 404 for an indicator code that never existed. */
export async function assertKnownIndicator(db: Db, code: string) {
  if ((await unknownCodes(db, "indicator", [code])).length > 0)
    throw new Problem("unknown-code", `No indicator has the code ${code}; GET /api/v1/indicators lists them.`);
}
