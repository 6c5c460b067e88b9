import { contentFields } from "@moc2030/shared/figure/fields";
import type { PublishedFigure } from "@moc2030/shared/figure/figure";
import { type Principal, SYSTEM } from "../../audit/chain.ts";
import { sealRelease } from "../../audit/seal.ts";
import type { Db } from "../../db/database.ts";
import { propertyOf } from "../../db/figure-columns.ts";
import { definitionRevision, observationRevision, release } from "../../db/schema.ts";
import type { ItemRow } from "../../db/work-schema.ts";
import { listDefinitions } from "../../definitions/queries.ts";
import { latestRelease, newestReleaseId } from "../../observations/read-point.ts";
import { findPublished } from "../published.ts";

type Release = Omit<typeof release.$inferInsert, "id" | "publishedAt">;

const LABELS: Record<string, { vi: string; en: string }> = {
  publisher_revision: { vi: "điều chỉnh của cơ quan công bố", en: "revised by the publisher" },
  new_method: { vi: "phương pháp mới", en: "new method" },
  own_error: { vi: "đính chính", en: "correction of our error" },
  better_source: { vi: "nguồn tốt hơn", en: "better source" },
  wrong_year: { vi: "nhập nhầm năm", en: "entered in the wrong year" },
};

/** The reason printed in the ledger: editions or figures, withdrawals, and the reason of each revision. */
export async function reasonOf(db: Db, items: readonly ItemRow[]): Promise<{ reasonVi: string; reasonEn: string }> {
  const newest = await newestReleaseId(db);
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

/** Lists the new sources of a release, identical ones once, and returns their ids by item. */
async function addSources(tx: Db, id: number, items: readonly ItemRow[]): Promise<Map<number, string>> {
  const made = new Map<string, string>();
  const ids = new Map<number, string>();
  for (const item of items) {
    if (item.newSource === null || item.kind === "withdraw") continue;
    let source = made.get(item.newSource);
    if (!source) {
      source = `R${id}-${made.size + 1}`;
      made.set(item.newSource, source);
      const body = { id: source, ...JSON.parse(item.newSource), extent: "whole", note: item.place };
      await tx.orm
        .insert(definitionRevision)
        .values({ kind: "source", id: source, releaseId: id, body: JSON.stringify(body) });
    }
    ids.set(item.id, source);
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

/** Writes a release: number, sources, revisions, seal. Call inside a transaction. */
export async function writeRelease(
  tx: Db,
  items: readonly ItemRow[],
  about: Release,
  now: Date,
  actor: Principal = SYSTEM,
): Promise<{ id: number; publishedAt: string }> {
  const head = await latestRelease(tx);
  const at = now.toISOString();
  const id = (head?.id ?? 0) + 1;
  // Releases are dated in order, even if the clock was set back.
  const publishedAt = head && head.publishedAt > at ? head.publishedAt : at;
  await tx.orm.insert(release).values({ id, publishedAt, ...about });
  const sources = await addSources(tx, id, items);
  for (const item of items) {
    const key = {
      indicator: item.indicator,
      compiler: item.compiler,
      refArea: item.refArea,
      timePeriod: item.timePeriod,
    };
    const before = await findPublished(tx, key);
    const source = sources.get(item.id) ?? item.source ?? before?.source ?? "";
    const content = contentOf(item, before, source);
    await tx.orm.insert(observationRevision).values({ ...key, releaseId: id, ...content });
  }
  if (about.reviewId) await sealRelease(tx, id, at, actor, { review: about.reviewId, figures: items.length });
  return { id, publishedAt };
}
