import type { FigureKey } from "@moc2030/shared/figure/figure";
import type { EnquiryEvent, EnquiryState } from "@moc2030/shared/schema/enquiry";
import { dayInVietNam } from "@moc2030/shared/text/date";
import { asc, eq } from "drizzle-orm";
import { appendAudit } from "../../audit/chain.ts";
import type { Db } from "../../db/database.ts";
import { enquiry, enquiryEvent } from "../../db/work/enquiries.ts";
import { invalidField, Problem } from "../../http/problem.ts";
import type { Actor } from "../../identity/actor.ts";
import { assertKnownEvidence } from "../draft.ts";

/** The state of an enquiry: the newest of its events. */
export const stateOf = (events: readonly { kind: EnquiryEvent["kind"] }[]): EnquiryState =>
  events.at(-1)?.kind ?? "made";

/** What can happen next. An answer that was sent back can come again. */
const NEXT: Record<EnquiryState, EnquiryEvent["kind"]> = {
  made: "sent",
  sent: "received",
  received: "returned",
  returned: "received",
};

export async function findEnquiry(db: Db, id: number) {
  const row = await db.orm.select().from(enquiry).where(eq(enquiry.id, id)).get();
  if (!row) throw new Problem("unknown-code", `No enquiry has the number ${id}.`);
  return row;
}

/** Asks a body for figures; nothing is sent by this. Returns the enquiry's number. */
export async function makeEnquiry(
  tx: Db,
  actor: Actor,
  { body, dueOn, keys }: { body: { id: string; name: string }; dueOn: string; keys: readonly FigureKey[] },
  now: Date,
): Promise<number> {
  const at = now.toISOString();
  const figures = JSON.stringify(
    keys.map(({ indicator, compiler, refArea, timePeriod }) => ({ indicator, compiler, refArea, timePeriod })),
  );
  const asked = { body: body.id, bodyName: body.name, dueOn, figures };
  const by = { createdBy: actor.id, createdByName: actor.name, createdAt: at };
  const { id } = await tx.orm
    .insert(enquiry)
    .values({ ...asked, ...by })
    .returning({ id: enquiry.id })
    .get();
  await appendAudit(tx, { at, actor, action: "enquiry.made", subject: `enquiry ${id}`, detail: asked });
  return id;
}

/**
 * Records that an enquiry was sent, answered, or its answer sent back; 409 out of order, 422 for a day that cannot be, or
 * a scan that was not uploaded.
 */
export async function recordEnquiryEvent(tx: Db, actor: Actor, id: number, event: EnquiryEvent, now: Date) {
  const { body, bodyName } = await findEnquiry(tx, id);
  const events = await tx.orm
    .select()
    .from(enquiryEvent)
    .where(eq(enquiryEvent.enquiryId, id))
    .orderBy(asc(enquiryEvent.id));
  const state = stateOf(events);
  if (NEXT[state] !== event.kind)
    throw new Problem("conflict", `This enquiry is ${state}, and is ${NEXT[state]} next.`);
  const earliest = events.at(-1)?.onDay;
  if (event.on > dayInVietNam(now)) throw invalidField("/on", "expected a day not after today");
  if (earliest !== undefined && event.on < earliest) throw invalidField("/on", `expected a day not before ${earliest}`);
  const at = now.toISOString();
  const [number, reason] = [
    event.kind === "returned" ? null : event.number,
    event.kind === "returned" ? event.reason : null,
  ];
  const scans = event.kind === "received" ? [...new Set(event.evidence)] : [];
  await assertKnownEvidence(tx, { id: actor.id, now }, [{ evidence: scans }]);
  const evidence = scans.length > 0 ? { evidence: JSON.stringify(scans) } : {};
  const said = { kind: event.kind, number, onDay: event.on, reason, ...evidence };
  const row = { enquiryId: id, ...said, by: actor.id, byName: actor.name, at };
  await tx.orm.insert(enquiryEvent).values(row);
  await appendAudit(tx, {
    at,
    actor,
    action: `enquiry.${event.kind}`,
    subject: `enquiry ${id}`,
    detail: { body, bodyName, ...said },
  });
}
