import type { Lang } from "@moc2030/shared/text/lang";
import type { Db } from "../../db/database.ts";
import { definitionRevision } from "../../db/schema.ts";
import type { StatementRow } from "../../db/work/submissions.ts";
import { statementName } from "../../definitions/statement-name.ts";
import { inputOf } from "./row.ts";

async function reasonFor(db: Db, row: StatementRow, lang: Lang, release: number | null): Promise<string> {
  const input = inputOf(row);
  const withdrawn = !input.withdrawn ? "" : lang === "vi" ? "rút: " : "withdrawn: ";
  const why = input.reasonText === null ? "" : `; ${input.reasonText}`;
  return `${withdrawn}${await statementName(db, input, lang, release)}${why}`;
}

/** The reason printed in the ledger: what each statement is about, and why a published one changes. */
export async function reasonOfStatements(db: Db, rows: readonly StatementRow[], release: number | null) {
  const say = async (lang: Lang) =>
    (await Promise.all(rows.map((row) => reasonFor(db, row, lang, release)))).join("; ");
  return { reasonVi: await say("vi"), reasonEn: await say("en") };
}

/** Publishes statements in a release; `sources` has the ids of their new sources. */
export async function writeStatements(
  tx: Db,
  releaseId: number,
  rows: readonly StatementRow[],
  sources: ReadonlyMap<string, string>,
) {
  for (const row of rows)
    await tx.orm
      .insert(definitionRevision)
      .values({ kind: "statement", id: row.id, releaseId, body: row.withdrawn ? null : bodyOf(row, sources) });
}

/** The body of a statement, with the id that its new source got. */
function bodyOf(row: StatementRow, sources: ReadonlyMap<string, string>): string {
  if (row.newSource === null) return row.body;
  const { content, ...head } = JSON.parse(row.body);
  return JSON.stringify({ ...head, content: { ...content, source: sources.get(row.newSource) } });
}
