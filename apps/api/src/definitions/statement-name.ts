import type { Statement } from "@moc2030/shared/schema/statement";
import type { Lang } from "@moc2030/shared/text/lang";
import type { Db } from "../db/database.ts";
import { findDefinition } from "./queries.ts";

/** A statement without its release, of each kind. */
type Unpublished<S = Statement> = S extends Statement ? Omit<S, "release"> : never;

/** Longest name of what a statement is about; a quoted duty can be much longer. */
const LONGEST = 90;
const shortened = (text: string) =>
  text.length <= LONGEST ? text : `${text.slice(0, text.lastIndexOf(" ", LONGEST))} …`;

async function subjectName(db: Db, { kind, subject }: Unpublished, lang: Lang, release: number | null) {
  if (kind === "remark" || kind === "verbatim") {
    const target = await findDefinition(db, "target", subject, release);
    const indicator = target && (await findDefinition(db, "indicator", target.indicator, release));
    return target ? `${indicator?.shortName[lang] ?? target.indicator} ${target.year}` : subject;
  }
  if (kind === "commitment")
    return shortened((await findDefinition(db, kind, subject, release))?.quote[lang] ?? subject);
  return (await findDefinition(db, kind, subject, release))?.title[lang] ?? subject;
}

/** What a statement is, in the ledger: whose remark on which assessment, where the words of which target were read, or the state of what; by the names of a release. */
export async function statementName(
  db: Db,
  statement: Unpublished,
  lang: Lang,
  release: number | null,
): Promise<string> {
  const name = await subjectName(db, statement, lang, release);
  if (statement.kind === "verbatim") {
    const { clause, page } = statement.content;
    return lang === "vi"
      ? `Đối chiếu nguyên văn: ${name} (${clause}, trang ${page})`
      : `Wording checked against the signed text: ${name} (${clause}, page ${page})`;
  }
  if (statement.kind !== "remark")
    return `${lang === "vi" ? "Tình hình thực hiện" : "State of implementation"}: ${name}`;
  const { body: id, letter, assessedRelease } = statement.content;
  const body = (await findDefinition(db, "body", id, release))?.name[lang] ?? id;
  return lang === "vi"
    ? `Ý kiến của ${body} về ${name} (${letter.number}; đánh giá tại đợt cập nhật số ${assessedRelease})`
    : `Remark of ${body} on ${name} (${letter.number}; assessment of release ${assessedRelease})`;
}
