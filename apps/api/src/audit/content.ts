import { createHash } from "node:crypto";
import { figureFields } from "@moc2030/shared/figure/fields";
import { propertyOf } from "../db/figure-columns.ts";
import type { ItemRow, StatementRow } from "../db/work/submissions.ts";
import type { comment, handedIn } from "../db/work/threads.ts";

const sha256 = (kind: string, parts: unknown) =>
  createHash("sha256")
    .update(JSON.stringify([kind, parts]))
    .digest("hex");

/** Hashed columns of a proposed figure, in order: all but its state. Changing the list needs a new version. */
export const ITEM_FIELDS = [
  ...(["id", "submissionId", "kind", "indicator", "compiler", "refArea", "timePeriod", "obsValue"] as const),
  ...(["valueLimit", "obsStatus", "confidence", "rankPool", "source", "newSource", "edition", "published"] as const),
  ...(["obsComVi", "obsComEn", "reason", "reasonText", "confirmation", "place", "evidence"] as const),
  ...(["baseRelease", "pair"] as const),
] satisfies (keyof ItemRow)[];

/** Values of fields newer than the list above; empty for figures without them. */
const newerFields = (item: ItemRow) =>
  figureFields.flatMap(({ name, since }) => {
    const value = item[propertyOf(name)];
    return since > 1 && value !== null ? [[name, value]] : [];
  });

/** SHA-256 (hex) of proposed figures, ordered by id. */
export const hashItems = (items: readonly ItemRow[]): string =>
  sha256(
    "items/1",
    [...items]
      .sort((a, b) => a.id - b.id)
      .map((item) => [...ITEM_FIELDS.map((field) => item[field]), ...newerFields(item)]),
  );

/** SHA-256 (hex) of a proposed statement. */
export const hashStatement = (row: StatementRow): string =>
  sha256("statement/1", [
    ...[row.submissionId, row.id, row.body, row.withdrawn],
    ...[row.newSource, row.reasonText, row.evidence, row.baseRelease],
  ]);

/** SHA-256 (hex) of what a submission holds: its figures, or its statements ordered by id. */
export const hashContent = (items: readonly ItemRow[], statements: readonly StatementRow[]): string =>
  statements.length === 0
    ? hashItems(items)
    : sha256("statements/1", [...statements].sort((a, b) => (a.id < b.id ? -1 : 1)).map(hashStatement));

/** SHA-256 (hex) of the outcome per figure of a review, with its reason if it has one. */
export const hashOutcomes = (
  outcomes: readonly { itemId: number; outcome: string; reason?: string | null }[],
): string =>
  sha256(
    "outcomes/1",
    [...outcomes]
      .sort((a, b) => a.itemId - b.itemId)
      .map(({ itemId, outcome, reason }) => [itemId, outcome, ...(reason ? [reason] : [])]),
  );

/** SHA-256 (hex) of a comment. */
export const hashComment = (row: typeof comment.$inferSelect): string =>
  sha256("comment/1", [row.id, row.submissionId, row.part, row.author, row.authorName, row.at, row.text]);

/** SHA-256 (hex) of what went back to its author at one version of a submission, ordered by part. */
export const hashHandedIn = (rows: readonly (typeof handedIn.$inferSelect)[]): string =>
  sha256(
    "handedIn/1",
    [...rows]
      .sort((a, b) => (a.part < b.part ? -1 : 1))
      .map(({ submissionId, version, part, content }) => [submissionId, version, part, content]),
  );

/** A response stored under an Idempotency-Key. */
export type StoredResponse = { actor: string; key: string; request: string; answer: string; at: string };
/** SHA-256 (hex) of a stored response. */
export const hashResponse = (response: StoredResponse): string =>
  sha256("answer/1", [response.actor, response.key, response.request, response.answer, response.at]);
/** Audit subject of a stored response. Hashed, because the key is secret. */
export const responseSubject = ({ actor, key }: Pick<StoredResponse, "actor" | "key">): string =>
  `answer ${sha256("key/1", [actor, key]).slice(0, 32)}`;

/** SHA-256 (hex) of an email address. */
export const hashEmail = (email: string): string => sha256("email/1", email);

/** SHA-256 (hex) of query rows. */
export const hashRows = (rows: readonly unknown[][]): string => sha256("rows/1", rows);
