import { enquiry, enquiryEvent } from "../../db/work/enquiries.ts";
import { bySubject, readTrail } from "../trail.ts";
import type { Check } from "./check.ts";

const sameAs = (detail: Record<string, unknown>, row: Record<string, unknown>) =>
  Object.entries(detail).every(([name, value]) => row[name] === value);

/** The first enquiry for figures, or event of one, that differs from the audit log or is missing. */
export const findChangedEnquiry: Check = async ({ db }) => {
  const trails = bySubject(await readTrail(db, "action LIKE 'enquiry.%'"));
  const events = await db.orm.select().from(enquiryEvent).orderBy(enquiryEvent.id);
  for (const row of await db.orm.select().from(enquiry).orderBy(enquiry.id)) {
    const subject = `enquiry ${row.id}`;
    const [made, ...happened] = trails.get(subject) ?? [];
    if (made?.action !== "enquiry.made") return `${subject}: is not in the audit`;
    const isSame =
      sameAs(made.detail, row) &&
      made.actor === row.createdBy &&
      made.actorName === row.createdByName &&
      made.at === row.createdAt;
    if (!isSame) return `${subject}: was changed`;
    const own = events.filter(({ enquiryId }) => enquiryId === row.id);
    const isAsAudited = own.every((event, index) => {
      const entry = happened[index];
      return (
        entry !== undefined &&
        // Entries older than scans do not name them; some are older than the body's name in them.
        sameAs({ evidence: null, ...entry.detail }, { body: row.body, bodyName: row.bodyName, ...event }) &&
        entry.action === `enquiry.${event.kind}` &&
        entry.actor === event.by &&
        entry.actorName === event.byName &&
        entry.at === event.at
      );
    });
    if (own.length !== happened.length || !isAsAudited) return `${subject}: what happened to it was changed`;
    trails.delete(subject);
  }
  const [missing] = trails.keys();
  return missing === undefined ? null : `${missing}: missing`;
};
