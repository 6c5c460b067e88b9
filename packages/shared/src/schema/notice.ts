import { z } from "zod";
import { day } from "./date.ts";

/** What staff are told of. */
export const noticeKind = z.enum([
  /** About a submission. */
  "submitted",
  "commented",
  "returned",
  "rejected",
  "scheduled",
  "early_reader",
  "unscheduled",
  "published",
  "failed",
  /** About a figure that is missing: expected within 30 days, and past its day. */
  "due",
  "overdue",
  /** About an account. */
  "new_device",
  "link_made",
  "codes_renewed",
  "factor_renewed",
  "address_asked",
  "address_code",
  "address_changed",
  /** About standing in for a reviewer: a second administrator is to confirm, somebody is asked. */
  "stand_in_proposed",
  "stand_in_asked",
]);
export type NoticeKind = z.infer<typeof noticeKind>;

/** Whether a notice is of a figure that is due or overdue. */
export const isReminder = (kind: string): kind is "due" | "overdue" => kind === "due" || kind === "overdue";

/** One thing that somebody is told of. It never holds a figure. */
export const notice = z.strictObject({
  id: z.int(),
  kind: noticeKind,
  at: z.iso.datetime(),
  /** Who did it; null where nobody did. */
  actor: z.string().nullable(),
  submission: z.int().nullable(),
  /** Whether that submission is the reader's own. */
  own: z.boolean(),
  /** Whether a decision is on all of it; null where nothing was decided, or it was not kept. */
  whole: z.boolean().nullable(),
  indicator: z.string().nullable(),
  timePeriod: z.int().nullable(),
  dueBy: day.nullable(),
  /** The network address of a sign-in. */
  address: z.string().nullable(),
  /** Whose account it is, or whom somebody would stand in for, where it is not oneself. */
  account: z.string().nullable(),
});
export type Notice = z.infer<typeof notice>;
