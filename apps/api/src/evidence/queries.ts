import { eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { evidence } from "../db/work-schema.ts";

/** The copies of sources with these hashes, in the same order; one that is not known is left out. */
export const findFiles = (db: Db, hashes: readonly string[]) =>
  hashes.flatMap((hash) => {
    const { sha256, name, type, bytes } = evidence;
    return db.orm.select({ sha256, name, type, bytes }).from(evidence).where(eq(sha256, hash)).get() ?? [];
  });
