import { asc, eq } from "drizzle-orm";
import type { Db } from "../../db/database.ts";
import { newestOfEach } from "../../db/sqlite/sql.ts";
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

/** How many questions on open parts of each of somebody's own submissions they have not answered, by its id. */
export async function countUnanswered(db: Db, author: string): Promise<Map<number, number>> {
  const rows = await db.all<{ id: number; asked: number }>(
    `SELECT c.submission_id AS id, count(*) AS asked
     FROM (${newestOfEach("submission_id, part", "id", "submission_id, part, author", "FROM comment")}) c
       JOIN submission s ON s.id = c.submission_id AND s.author = @author AND s.state NOT IN ('approved', 'rejected', 'withdrawn')
     WHERE c.author <> @author
       AND NOT EXISTS (SELECT 1 FROM submission_item i WHERE i.submission_id = s.id AND CAST(i.id AS TEXT) = c.part AND i.state <> 'open')
     GROUP BY c.submission_id`,
    { author },
  );
  return new Map(rows.map(({ id, asked }) => [id, asked]));
}
