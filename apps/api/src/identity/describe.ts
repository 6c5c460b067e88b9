import type { problems } from "@moc2030/shared/schema/problem";
import type { z } from "zod";

/** A required JSON body. */
export const jsonBody = <S extends z.ZodType>(schema: S) =>
  ({ required: true, content: { "application/json": { schema } } }) as const;

type Slugs = readonly (keyof typeof problems)[];
/** Problems of every signed-in read. */
export const READS = ["unauthenticated", "forbidden", "invalid"] as const satisfies Slugs;
/** Problems of every signed-in write. */
export const WRITES = [
  ...READS,
  "unreadable-body",
  "conflict",
  "too-large",
  "unsupported-media-type",
  "storage-full",
] as const satisfies Slugs;
/** Problems of every versioned write. */
export const VERSIONED = [...WRITES, "unknown-code", "stale", "precondition-required"] as const satisfies Slugs;
