import { contentFields } from "@moc2030/shared/figure/fields";
import type { PublishedFigure } from "@moc2030/shared/figure/figure";
import type { Source } from "@moc2030/shared/schema/source";
import { dayInVietNam } from "@moc2030/shared/text/date";
import type { Principal } from "../../audit/chain.ts";
import { sealRelease } from "../../audit/seal.ts";
import type { Db } from "../../db/database.ts";
import { propertyOf } from "../../db/figure-columns.ts";
import { definitionRevision, observationRevision, release } from "../../db/schema.ts";
import type { ItemRow, StatementRow } from "../../db/work/submissions.ts";
import { listDefinitions } from "../../definitions/queries.ts";
import { latestRelease, newestReleaseId } from "../../observations/read-point.ts";
import { findPublished } from "../published.ts";
import type { SubmissionRow } from "../queries.ts";
import { reasonOfStatements, writeStatements } from "../statements/publish.ts";
import { writeCorrections } from "./own-errors.ts";

/** What a release publishes: figures or statements. */
export type Content = { items: readonly ItemRow[]; statements: readonly StatementRow[] };

const LABELS: Record<string, { vi: string; en: string }> = {
  publisher_revision: { vi: "điều chỉnh của cơ quan công bố", en: "revised by the publisher" },
  new_method: { vi: "phương pháp mới", en: "new method" },
  own_error: { vi: "đính chính", en: "correction of our error" },
  better_source: { vi: "nguồn tốt hơn", en: "better source" },
  wrong_year: { vi: "nhập nhầm năm", en: "entered in the wrong year" },
};

/**
 * The reason printed in the ledger: editions or figures, withdrawals, and the reason of each revision; or what the
 * statements are about.
 */
async function reasonOf(db: Db, { items, statements }: Content): Promise<{ reasonVi: string; reasonEn: string }> {
  const newest = await newestReleaseId(db);
  if (statements.length > 0) return reasonOfStatements(db, statements, newest);
  const names = new Map((await listDefinitions(db, "indicator", newest)).map((i) => [i.code, i.shortName]));
  const say = (lang: "vi" | "en") => {
    const withdrawn = lang === "vi" ? "rút" : "withdrawn:";
    const what = items.map((item) => {
      const name = `${names.get(item.indicator)?.[lang] ?? item.indicator} ${item.timePeriod}`;
      return item.kind === "withdraw" ? `${withdrawn} ${name}` : (item.edition ?? name);
    });
    const why = items.flatMap((item) =>
      item.reason ? [`${LABELS[item.reason]?.[lang] ?? item.reason}: ${item.reasonText ?? ""}`] : [],
    );
    const parts = [...new Set(what)].sort();
    const named = parts.length > 12 ? [...parts.slice(0, 12), `+${parts.length - 12}`] : parts;
    return [named.join(", "), ...[...new Set(why)].sort().slice(0, 12)].join("; ");
  };
  return { reasonVi: say("vi"), reasonEn: say("en") };
}

/** What tells one source from another: all that is said of it but where in it somebody looked. */
const identityOf = ({ title, publisher, kind, date, url }: Omit<Source, "id" | "extent" | "note">) =>
  JSON.stringify([title, publisher, kind, date, url]);

/**
 * Lists the new sources of a release, identical ones once, and returns their ids by content. One that is listed by then,
 * as after the approval of other figures from it, keeps its id.
 */
async function addSources(
  tx: Db,
  id: number,
  before: number | null,
  proposals: readonly { newSource: string | null; place: string | null }[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const listed = new Map((await listDefinitions(tx, "source", before)).map((one) => [identityOf(one), one.id]));
  let added = 0;
  for (const { newSource, place } of proposals) {
    if (newSource === null || ids.has(newSource)) continue;
    // The person who answered is known to staff only; number, day and sender of a letter are title, date and publisher.
    const { letter: _, ...said } = JSON.parse(newSource);
    const known = listed.get(identityOf(said));
    const source = known ?? `R${id}-${++added}`;
    ids.set(newSource, source);
    if (known !== undefined) continue;
    listed.set(identityOf(said), source);
    const body = { id: source, ...said, extent: "whole", note: place };
    await tx.orm
      .insert(definitionRevision)
      .values({ kind: "source", id: source, releaseId: id, body: JSON.stringify(body) });
  }
  return ids;
}

/** The revision of a proposed figure; a withdrawal has no content. */
function contentOf(item: ItemRow, before: PublishedFigure | null, source: string) {
  const properties = contentFields.map(({ name }) => propertyOf(name));
  const isWithdrawn = item.kind === "withdraw";
  const content = Object.fromEntries(
    properties.map((property) => [property, isWithdrawn ? null : item[property]]),
  ) as Pick<ItemRow, (typeof properties)[number]>;
  const value = content.obsValue === null ? null : Number(content.obsValue);
  if (!isWithdrawn) return { ...content, value, source };
  return {
    ...content,
    value,
    obsStatus: "O",
    confidence: before?.confidence ?? item.confidence,
    source: before?.source ?? source,
    obsComVi: `Đã rút: ${item.reasonText ?? ""}`,
    obsComEn: `Withdrawn: ${item.reasonText ?? ""}`,
  };
}

/** Publishes what a review approved as a release: sources, revisions, a notice of each error of our own, seal. Returns its number. */
export async function publish(
  tx: Db,
  { authorName }: SubmissionRow,
  reviewId: number,
  approver: Principal,
  content: Content,
  now: Date,
  by: Principal = approver,
): Promise<number> {
  const { items, statements } = content;
  const reason = await reasonOf(tx, content);
  const head = await latestRelease(tx);
  const at = now.toISOString();
  const id = (head?.id ?? 0) + 1;
  // Releases are dated in order, even if the clock was set back.
  const publishedAt = head && head.publishedAt > at ? head.publishedAt : at;
  const about = { ...reason, enteredBy: authorName, approvedBy: approver.name, reviewId };
  await tx.orm.insert(release).values({ id, publishedAt, origin: "submission", ...about });
  const entered = items.filter(({ kind }) => kind !== "withdraw");
  const stated = statements
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ newSource, body }) => ({ newSource, place: JSON.parse(body).content.place ?? null }));
  const sources = await addSources(tx, id, head?.id ?? null, [...entered, ...stated]);
  await writeStatements(tx, id, statements, sources);
  const corrections = await writeCorrections(tx, id, dayInVietNam(new Date(publishedAt)), items);
  for (const item of items) {
    const { indicator, compiler, refArea, timePeriod } = item;
    const key = { indicator, compiler, refArea, timePeriod };
    const before = await findPublished(tx, key);
    const source = sources.get(item.newSource ?? "") ?? item.source ?? before?.source ?? "";
    await tx.orm.insert(observationRevision).values({ ...key, releaseId: id, ...contentOf(item, before, source) });
  }
  const counts = {
    figures: items.length,
    ...(statements.length > 0 && { statements: statements.length }),
    ...(corrections.length > 0 && { corrections }),
  };
  await sealRelease(tx, id, at, by, { review: reviewId, ...counts });
  return id;
}
