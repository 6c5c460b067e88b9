import { hashReleases } from "../seal.ts";
import type { Check } from "./check.ts";

type Sealed = {
  id: number;
  sealed: string | null;
  action: string | null;
  subject: string;
  announced: string;
  signed: number;
};

/** The first release that is not what its seal and the audit say, or that names others than those who entered and approved it. */
export const findChangedRelease: Check = ({ db }) => {
  const rows = db.reader
    .prepare(
      `SELECT l.id AS id, z.figures_hash AS sealed, a.action AS action, a.subject AS subject, a.detail ->> 'figuresHash' AS announced,
         l.review_id IS NULL OR (l.entered_by IS s.author_name AND l.approved_by IS r.reviewer_name) AS signed
       FROM release l LEFT JOIN release_seal z ON z.release_id = l.id LEFT JOIN audit a ON a.hash = z.audit_head
         LEFT JOIN review r ON r.id = l.review_id LEFT JOIN submission s ON s.id = r.submission_id ORDER BY l.id`,
    )
    .all() as Sealed[];
  const hashes = hashReleases(db);
  for (const [index, row] of rows.entries()) {
    if (row.id !== index + 1) return `release ${index + 1}: missing`;
    if (row.sealed === null) return `release ${row.id}: has no seal`;
    if (row.action !== "release.published" || row.subject !== `release ${row.id}` || row.announced !== row.sealed)
      return `release ${row.id}: its seal is not the one in the audit`;
    if (hashes.get(row.id) !== row.sealed) return `release ${row.id}: its figures were changed after publication`;
    if (!row.signed) return `release ${row.id}: was entered or approved by somebody else than it says`;
  }
  const announced = db.reader.prepare("SELECT count(*) FROM audit WHERE action = 'release.published'").pluck().get();
  if (announced !== rows.length) return `release ${rows.length + 1}: announced in the audit and missing`;
  return null;
};
