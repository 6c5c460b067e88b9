import { asc, eq } from "drizzle-orm";
import type { Db } from "../../db/database.ts";
import { comment } from "../../db/work/threads.ts";

/** The comments on a submission in order, by part. */
export async function commentsByPart(db: Db, submission: number) {
  const rows = await db.orm.select().from(comment).where(eq(comment.submissionId, submission)).orderBy(asc(comment.id));
  const threads = new Map<string, { id: number; author: { id: string; name: string }; at: string; text: string }[]>();
  for (const { id, part, author, authorName, at, text } of rows) {
    const thread = threads.get(part) ?? [];
    thread.push({ id, author: { id: author, name: authorName }, at, text });
    threads.set(part, thread);
  }
  return (part: string | number) => threads.get(String(part)) ?? [];
}
