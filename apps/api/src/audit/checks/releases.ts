import { eq } from "drizzle-orm";
import { jsonField } from "../../db/sqlite/sql.ts";
import { audit } from "../../db/work/audit.ts";
import { hashReleases } from "../seal.ts";
import type { Check } from "./check.ts";

type Sealed = {
  id: number;
  sealed: string | null;
  action: string | null;
  subject: string;
  announced: string;
  /** Version of the field list; seals without one are of version 1. */
  version: number | null;
  signed: number;
};

/**
 * The first release that differs from its seal or audit entry, or credits others than those who entered and approved
 * it.
 */
export const findChangedRelease: Check = async ({ db }) => {
  const rows = await db.all<Sealed>(
    `SELECT l.id AS id, z.figures_hash AS sealed, a.action AS action, a.subject AS subject, ${jsonField("a.detail", "'figuresHash'")} AS announced,
       ${jsonField("a.detail", "'fields'")} AS version,
         l.review_id IS NULL OR (l.entered_by IS NOT DISTINCT FROM s.author_name AND l.approved_by IS NOT DISTINCT FROM r.reviewer_name) AS signed
       FROM release l LEFT JOIN release_seal z ON z.release_id = l.id LEFT JOIN audit a ON a.hash = z.audit_head
         LEFT JOIN review r ON r.id = l.review_id LEFT JOIN submission s ON s.id = r.submission_id ORDER BY l.id`,
  );
  // One pass over the figures per version of the field list: there are few.
  const hashes = new Map<number, Map<number, string>>();
  const hashOf = async ({ id, version: of }: Sealed) => {
    const version = of ?? 1;
    const sealed = hashes.get(version) ?? (await hashReleases(db, version));
    hashes.set(version, sealed);
    return sealed.get(id);
  };
  for (const [index, row] of rows.entries()) {
    if (row.id !== index + 1) return `release ${index + 1}: missing`;
    if (row.sealed === null) return `release ${row.id}: has no seal`;
    if (row.action !== "release.published" || row.subject !== `release ${row.id}` || row.announced !== row.sealed)
      return `release ${row.id}: its seal is not the one in the audit`;
    if ((await hashOf(row)) !== row.sealed) return `release ${row.id}: its figures were changed after publication`;
    if (!row.signed) return `release ${row.id}: was entered or approved by somebody else than it says`;
  }
  const announced = await db.orm.$count(audit, eq(audit.action, "release.published"));
  if (announced !== rows.length) return `release ${rows.length + 1}: announced in the audit and missing`;
  return null;
};
