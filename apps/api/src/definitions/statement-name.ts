import { revisedFigureOf, type Statement } from "@moc2030/shared/schema/statement";
import type { Lang } from "@moc2030/shared/text/lang";
import { numericDay } from "@moc2030/shared/text/written-day";
import type { Db } from "../db/database.ts";
import { findDefinition } from "./queries.ts";

/** A statement without its release, of each kind. */
type Unpublished<S = Statement> = S extends Statement ? Omit<S, "release"> : never;

/** Longest name of what a statement is about; a quoted duty can be much longer. */
const LONGEST = 90;
const shortened = (text: string) =>
  text.length <= LONGEST ? text : `${text.slice(0, text.lastIndexOf(" ", LONGEST))} …`;

const shortNameOf = async (db: Db, code: string, lang: Lang, release: number | null) =>
  (await findDefinition(db, "indicator", code, release))?.shortName[lang] ?? code;

const englishDay = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

async function subjectName(db: Db, statement: Unpublished, lang: Lang, release: number | null) {
  const { kind, subject } = statement;
  if (kind === "remark" || kind === "verbatim") {
    const target = await findDefinition(db, "target", subject, release);
    return target ? `${await shortNameOf(db, target.indicator, lang, release)} ${target.year}` : subject;
  }
  if (kind === "commitment")
    return shortened((await findDefinition(db, kind, subject, release))?.quote[lang] ?? subject);
  if (kind === "correction") {
    const { indicators, wrong } = statement.content;
    const named = await Promise.all(indicators.map((code) => shortNameOf(db, code, lang, release)));
    return named.length > 0 ? named.join(", ") : shortened(wrong[lang] ?? wrong.vi);
  }
  if (kind === "explanation") {
    const figure = revisedFigureOf(subject);
    return figure ? `${await shortNameOf(db, figure.indicator, lang, release)} ${figure.timePeriod}` : subject;
  }
  if (kind === "report") return subject;
  return (await findDefinition(db, kind, subject, release))?.title[lang] ?? subject;
}

const STATE = { vi: "Tình hình thực hiện", en: "State of implementation" };
const KINDS = {
  commitment: STATE,
  orientation: STATE,
  trial: STATE,
  correction: { vi: "Đính chính", en: "Correction" },
  explanation: { vi: "Thông tin giải trình", en: "Explanation of a revised figure" },
};

/**
 * What a statement is, in the ledger: whose remark on which assessment, where the words of which target were read, the
 * state of what, or what was put right or explained; by the names of a release.
 */
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
  if (statement.kind === "report") {
    const { number, date } = statement.content;
    return lang === "vi"
      ? `Báo cáo đã ban hành: số ${number} ngày ${numericDay(date)}`
      : `Report issued: ${number} of ${englishDay.format(new Date(date))}`;
  }
  if (statement.kind !== "remark") return `${KINDS[statement.kind][lang]}: ${name}`;
  const { body: id, letter, assessedRelease } = statement.content;
  const body = (await findDefinition(db, "body", id, release))?.name[lang] ?? id;
  return lang === "vi"
    ? `Ý kiến của ${body} về ${name} (${letter.number}; đánh giá tại đợt cập nhật số ${assessedRelease})`
    : `Remark of ${body} on ${name} (${letter.number}; assessment of release ${assessedRelease})`;
}
