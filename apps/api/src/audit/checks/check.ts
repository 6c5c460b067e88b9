import type Sqlite from "better-sqlite3";
import type { Connections } from "../../db/connections.ts";

/** Where history is kept. Without `staff` or `evidenceDir` what is there is not looked at; `staff` is null where its file is not there. */
export type Places = {
  db: Pick<Connections, "reader" | "orm">;
  staff?: { connection: Sqlite.Database } | null | undefined;
  evidenceDir?: string | undefined;
};
/** Looks for one kind of change made behind the product's back: the first bad row in words, or null. Writes nothing. */
export type Check = (places: Places) => string | null;
