import type { FigureInput } from "@moc2030/shared/schema/submission";
import { and, eq } from "drizzle-orm";
import { hashHandedIn } from "../../audit/content.ts";
import type { Db } from "../../db/database.ts";
import type { ItemRow, StatementRow, submission } from "../../db/work/submissions.ts";
import { handedIn } from "../../db/work/threads.ts";
import { inSlices } from "../../http/slices.ts";
import { inputOf } from "../item-row.ts";
import { inputOf as statementOf } from "../statements/row.ts";

type Row = typeof handedIn.$inferSelect;
/** Rows written by one statement, within SQLite's limit of parameters. */
const ROWS_AT_ONCE = 200;

const contentOf = (item: ItemRow) => JSON.stringify(inputOf(item));
function statementContent(row: StatementRow): string {
  const { baseRelease: _, ...content } = statementOf(row);
  return JSON.stringify(content);
}

/** Keeps what goes back to its author as it was handed in; returns what the audit says of it. */
export async function keepHandedIn(
  tx: Db,
  { id, version }: Pick<typeof submission.$inferSelect, "id" | "version">,
  items: readonly ItemRow[],
  statements: readonly StatementRow[],
) {
  const rows: Row[] = [
    ...items.map((item) => ({ submissionId: id, version, part: String(item.id), content: contentOf(item) })),
    ...statements.map((one) => ({ submissionId: id, version, part: one.id, content: statementContent(one) })),
  ];
  await inSlices(rows, ROWS_AT_ONCE, async (slice) => {
    await tx.orm.insert(handedIn).values([...slice]);
  });
  return { handedIn: version, handedInHash: hashHandedIn(rows) };
}

/** What became of a part since it went back to its author: `changed` gives it as it was handed in. */
type Since = "same" | "added" | { changed: string };

/**
 * What a submission last held when it went back to its author, compared with now; null where it never did. `removed`
 * are the parts that are no longer there.
 */
export async function sinceHandedIn(db: Db, submissionId: number) {
  const newest = await db.one<{ version: number | null }>(
    "SELECT max(version) AS version FROM handed_in WHERE submission_id = @submissionId",
    { submissionId },
  );
  if (!newest || newest.version === null) return null;
  const rows = await db.orm
    .select()
    .from(handedIn)
    .where(and(eq(handedIn.submissionId, submissionId), eq(handedIn.version, newest.version)));
  const before = new Map(rows.map(({ part, content }) => [part, content]));
  const since = (part: string, now: string): Since => {
    const content = before.get(part);
    if (content === undefined) return "added";
    return content === now ? "same" : { changed: content };
  };
  return {
    item: (item: ItemRow): Since | null => {
      const found = since(String(item.id), contentOf(item));
      // Decided earlier, and so never went back.
      return found === "added" && item.state !== "open" ? null : found;
    },
    statement: (row: StatementRow): Since => since(row.id, statementContent(row)),
    removed: (parts: readonly (string | number)[]): string[] => {
      const there = new Set(parts.map(String));
      return rows.flatMap(({ part, content }) => (there.has(part) ? [] : [content]));
    },
  };
}

/** How a part is shown: whether it changed, and what it was if it did. */
export const shownSince = <T = FigureInput>(since: Since | null) => ({
  since: typeof since === "object" && since !== null ? ("changed" as const) : since,
  previous: typeof since === "object" && since !== null ? (JSON.parse(since.changed) as T) : null,
});
