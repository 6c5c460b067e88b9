import type { Db } from "../../db/database.ts";

/** Where history is kept, and what time it is. Without `staff` or `evidenceDir` what is there is not looked at; `staff` is null where its file is not there. */
export type Places = {
  db: Db;
  staff?: Db<"staff"> | null | undefined;
  evidenceDir?: string | undefined;
  now: Date;
};
/** Looks for one kind of change made behind the product's back: the first bad row in words, or null. Writes nothing. */
export type Check = (places: Places) => Promise<string | null>;
