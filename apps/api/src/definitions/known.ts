import type { Db } from "../db/database.ts";
import { Problem } from "../http/problem.ts";
import { newestReleaseId } from "../observations/read-point.ts";
import { type Definitions, findDefinition, unknownCodes } from "./queries.ts";

/** Throws a 422 that names each query parameter with codes that never existed; before the first release none is known. */
export async function assertKnown(
  db: Db,
  lists: Record<string, [kind: keyof Definitions, codes: string[] | undefined]>,
) {
  if ((await newestReleaseId(db)) === null) return;
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

/** Kinds that a path names by a code, what that is called, and where they are listed. */
const NAMED = {
  indicator: { by: "code", list: "indicators" },
  target: { by: "id", list: "targets" },
  body: { by: "id", list: "bodies" },
} as const;

/** Throws a 404 for a code that never existed. */
export async function assertKnownCode(db: Db, kind: keyof typeof NAMED, code: string) {
  if ((await unknownCodes(db, kind, [code])).length === 0) return;
  if ((await newestReleaseId(db)) === null) throw new Problem("unknown-code", "There is no release yet.");
  const { by, list } = NAMED[kind];
  throw new Problem("unknown-code", `No ${kind} has the ${by} ${code}; GET /api/v1/${list} lists them.`);
}

/** A definition of the newest release; 404 where there is none. */
export async function requireDefinition<K extends keyof typeof NAMED>(
  db: Db,
  kind: K,
  code: string,
): Promise<Definitions[K]> {
  const found = await findDefinition(db, kind, code, await newestReleaseId(db));
  if (!found) throw new Problem("unknown-code", `No ${kind} has the ${NAMED[kind].by} ${code}.`);
  return found;
}
