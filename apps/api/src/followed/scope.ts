import { line } from "@moc2030/shared/schema/line";
import { z } from "zod";
import { dutiesAt } from "../bodies/queries.ts";
import type { Db } from "../db/database.ts";
import { assertKnown } from "../definitions/known.ts";
import { findDefinition } from "../definitions/queries.ts";
import { invalidParameter } from "../http/problem.ts";
import { readQuery } from "../http/query.ts";
import type { ReadPoint } from "../observations/read-point.ts";

/** Query of a feed or a calendar: of everything, of one indicator, or of what concerns one body. */
export const followedQuery = z.strictObject({
  indicator: line(50).optional().describe("Code of the one indicator it is about.").meta({ example: "GII_RANK" }),
  body: line(50).optional().describe("Id of the body whose indicators it is about; not with `indicator`."),
  ...readQuery,
});
export type FollowedQuery = z.infer<typeof followedQuery>;

/** What is followed. `codes`: its indicators, undefined for all; `name` and `path` of its page, undefined for all. */
export type Scope = {
  key: Pick<FollowedQuery, "indicator" | "body">;
  codes?: string[] | undefined;
  name?: string | undefined;
  path?: string | undefined;
};

/** Refuses an indicator or a body that never existed, and both at once, by name (422). */
export async function assertFollowed(db: Db, { indicator, body }: FollowedQuery) {
  const some = (code: string | undefined) => (code === undefined ? undefined : [code]);
  await assertKnown(db, { indicator: ["indicator", some(indicator)], body: ["body", some(body)] });
  if (indicator !== undefined && body !== undefined)
    throw invalidParameter("body", "expected either indicator or body, not both");
}

/** What a query follows at a read point; what did not exist yet has no name there, and no indicators. */
export async function scopeOf(db: Db, at: ReadPoint, { indicator, body, lang }: FollowedQuery): Promise<Scope> {
  if (indicator !== undefined) {
    const known = await findDefinition(db, "indicator", indicator, at.release?.id ?? null);
    const name = known?.shortName[lang] ?? indicator;
    return { key: { indicator }, codes: [indicator], name, path: `/indicators/${indicator}` };
  }
  if (body === undefined) return { key: {} };
  const concerned = await dutiesAt(db, at, body);
  const present = concerned?.duties.filter(({ standing }) => standing !== "past") ?? [];
  const codes = [...new Set(present.map(({ code }) => code))];
  return { key: { body }, codes, name: concerned?.body.name[lang] ?? body, path: `/bodies/${body}` };
}
