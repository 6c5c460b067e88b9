import type { problems } from "@moc2030/shared/problem";
import type { z } from "zod";

/** A JSON body that must be there. */
export const jsonBody = <S extends z.ZodType>(schema: S) =>
  ({ required: true, content: { "application/json": { schema } } }) as const;

type Slugs = readonly (keyof typeof problems)[];
/** Problems that every signed-in read can meet. */
export const READS = ["unauthenticated", "forbidden", "invalid"] as const satisfies Slugs;
/** Problems that every signed-in change can meet. */
export const WRITES = [
  ...READS,
  "unreadable-body",
  "conflict",
  "too-large",
  "unsupported-media-type",
  "storage-full",
] as const satisfies Slugs;
/** … and those of a change of one version. */
export const VERSIONED = [...WRITES, "unknown-code", "stale", "precondition-required"] as const satisfies Slugs;
