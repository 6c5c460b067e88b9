import { hashReleases } from "../seal.ts";
import type { Check } from "./check.ts";

type Sealed = {
  id: number;
  sealed: string | null;
  action: string | null;
  subject: string;
  announced: string;
  /** Of the list of fields; seals from before it had versions are of the first. */
  version: number;
  signed: number;
};

/** The first release that is not what its seal and the audit say, or that names others than those who entered and approved it. */
export const findChangedRelease: Check = ({ db }) => {
  const rows = db.reader
    .prepare(
      `SELECT l.id AS id, z.figures_hash AS sealed, a.action AS action, a.subject AS subject, a.detail ->> 'figuresHash' AS announced,
         coalesce(a.detail ->> 'fields', 1) AS version,
         l.review_id IS NULL OR (l.entered_by IS s.author_name AND l.approved_by IS r.reviewer_name) AS signed
       FROM release l LEFT JOIN release_seal z ON z.release_id = l.id LEFT JOIN audit a ON a.hash = z.audit_head
         LEFT JOIN review r ON r.id = l.review_id LEFT JOIN submission s ON s.id = r.submission_id ORDER BY l.id`,
    )
    .all() as Sealed[];
  // One pass over the figures for each version of the list: there are few.
  const hashes = new Map<number, Map<number, string>>();
  const hashOf = ({ id, version }: Sealed) => {
    const sealed = hashes.get(version) ?? hashReleases(db, version);
    hashes.set(version, sealed);
    return sealed.get(id);
  };
  for (const [index, row] of rows.entries()) {
    if (row.id !== index + 1) return `release ${index + 1}: missing`;
    if (row.sealed === null) return `release ${row.id}: has no seal`;
    if (row.action !== "release.published" || row.subject !== `release ${row.id}` || row.announced !== row.sealed)
      return `release ${row.id}: its seal is not the one in the audit`;
    if (hashOf(row) !== row.sealed) return `release ${row.id}: its figures were changed after publication`;
    if (!row.signed) return `release ${row.id}: was entered or approved by somebody else than it says`;
  }
  const announced = db.reader.prepare("SELECT count(*) FROM audit WHERE action = 'release.published'").pluck().get();
  if (announced !== rows.length) return `release ${rows.length + 1}: announced in the audit and missing`;
  return null;
};
