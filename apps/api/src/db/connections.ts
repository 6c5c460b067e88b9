import type Sqlite from "better-sqlite3";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import type * as schema from "./schema.ts";

/** The one writer connection, and a read-only one for queries. `orm` reads, except in a transaction. */
export type Connections = {
  writer: Sqlite.Database;
  reader: Sqlite.Database;
  orm: BetterSQLite3Database<typeof schema>;
};
