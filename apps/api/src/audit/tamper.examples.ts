import Sqlite from "better-sqlite3";

/** What somebody with the file and no scruples does: guards off, change, guards on again. */
export function tamper(file: string, sql: string) {
  const raw = new Sqlite(file);
  raw.pragma("foreign_keys = OFF");
  const triggers = raw.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of triggers) raw.exec(`DROP TRIGGER ${name}`);
  raw.exec(sql);
  for (const trigger of triggers) raw.exec(trigger.sql);
  raw.close();
}
