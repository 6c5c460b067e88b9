import { DrizzleQueryError } from "drizzle-orm";
import { drizzle, type SqliteRemoteDatabase } from "drizzle-orm/sqlite-proxy";
import { LRUCache } from "lru-cache";

/** A file that must not be opened, with a sentence for the person who starts the server. */
export class DatabaseFileError extends Error {}

/** The values of a statement's `@name`s. */
export type Params = Readonly<Record<string, unknown>>;
/** One connection of an engine. drizzle's parameters are in order, all others named. */
export type Connection = {
  all(sql: string, params: Params | unknown[]): Promise<object[]>;
  /** Each row as the list of its values. */
  lists(sql: string, params: unknown[]): Promise<unknown[][]>;
  /** Gives how many rows were changed. */
  run(sql: string, params: Params | unknown[]): Promise<number>;
  begin(to: "read" | "write"): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  close(): Promise<void>;
};
/** What an engine opens: a connection that reads, the one that writes (none where nothing may be written), and further ones that read. */
export type Engine = {
  file: string;
  reader: Connection;
  writer: Connection | null;
  openReader(): Connection;
};

/** The figures with what staff work on, or sign-in. */
type Kind = "figures" | "staff";
/**
 * A database, or what `transaction` and `snapshot` give of one. Outside of these each statement is for itself: reads see
 * what is committed, and a change is a transaction of its own.
 */
export type Db<K extends Kind = "figures"> = {
  readonly kind: K;
  readonly file: string;
  all<Row extends object>(sql: string, params?: Params): Promise<Row[]>;
  /** The first row. */
  one<Row extends object>(sql: string, params?: Params): Promise<Row | undefined>;
  /** Gives how many rows were changed. */
  run(sql: string, params?: Params): Promise<number>;
  readonly orm: SqliteRemoteDatabase;
  /** What `load` gives, loaded once: for what never changes once it is committed. Inside a transaction it is loaded each time. */
  remember<T extends object>(key: string, load: () => Promise<T>): Promise<T>;
  /** The same of what may change: until the next turn of the event loop, since another process may write too, or a commit of our own. */
  rememberBriefly<T>(key: string, load: () => Promise<T>): Promise<T>;
  /** How transactions take turns; null inside one, and where nothing may be written. */
  readonly turns: Turns | null;
  openReader(): Connection;
  close(): Promise<void>;
};
type Turns = { writer: Connection; last: Promise<unknown>; heard: Set<() => void> };

/** Runs `ask` on the connection that a statement is for. */
type Route = <T>(isChange: boolean, ask: (on: Connection) => Promise<T>) => Promise<T>;

const statements = (route: Route): Pick<Db, "all" | "one" | "run" | "orm"> => {
  const all = <Row>(sql: string, params: Params = {}) => route(false, (on) => on.all(sql, params) as Promise<Row[]>);
  return {
    all,
    one: async <Row>(sql: string, params?: Params) => (await all<Row>(sql, params))[0],
    run: (sql, params = {}) => route(true, (on) => on.run(sql, params)),
    orm: drizzle(async (sql, params, method) => {
      if (method === "run") {
        await route(true, (on) => on.run(sql, params));
        return { rows: [] };
      }
      const rows = await route(/^\s*(insert|update|delete)\b/i.test(sql), (on) => on.lists(sql, params));
      return { rows: method === "get" ? (rows[0] as unknown[]) : rows };
    }),
  };
};

/** What is remembered takes about so many bytes, as JSON: the definitions of some releases. */
const REMEMBERED_BYTES = 16 * 2 ** 20;

export function openDatabase<K extends Kind>(kind: K, { file, reader, writer, openReader }: Engine): Db<K> {
  const remembered = new LRUCache<string, object>({
    maxSize: REMEMBERED_BYTES,
    sizeCalculation: (value) => JSON.stringify(value).length,
  });
  const brief = new Map<string, Promise<unknown>>();
  const forget = () => brief.clear();
  const turns = writer && { writer, last: Promise.resolve(), heard: new Set([forget]) };
  return {
    kind,
    file,
    ...statements((isChange, ask) => (isChange && turns ? inTurn(turns, () => ask(turns.writer)) : ask(reader))),
    async remember<T extends object>(key: string, load: () => Promise<T>) {
      const known = remembered.get(key) as T | undefined;
      if (known !== undefined) return known;
      const loaded = await load();
      remembered.set(key, loaded);
      return loaded;
    },
    rememberBriefly<T>(key: string, load: () => Promise<T>) {
      const known = brief.get(key) as Promise<T> | undefined;
      if (known !== undefined) return known;
      if (brief.size === 0) setImmediate(forget);
      const loading = load();
      brief.set(key, loading);
      return loading;
    },
    turns,
    openReader,
    async close() {
      await reader.close();
      await writer?.close();
    },
  };
}

/** What an engine said is wrong: drizzle's own error repeats the values of the statement, which may be secret. */
export const saidByEngine = (error: unknown): unknown => (error instanceof DrizzleQueryError ? error.cause : error);

/** Runs `work` alone on the writing connection, when those before it are done. */
function inTurn<T>(turns: Turns, work: () => Promise<T>): Promise<T> {
  const { writer } = turns;
  const run = async () => {
    await writer.begin("write");
    try {
      const result = await work();
      await writer.commit();
      for (const hear of turns.heard) hear();
      return result;
    } catch (error) {
      await writer.rollback();
      throw saidByEngine(error);
    }
  };
  const turn = turns.last.then(run);
  turns.last = turn.catch(() => undefined);
  return turn;
}

/** The database on one connection, until `work` is done. */
async function alone<T, K extends Kind>(db: Db<K>, on: Connection, work: (alone: Db<K>) => Promise<T>): Promise<T> {
  let isOver = false;
  const route: Route = async (_, ask) => {
    if (isOver) throw new Error("This transaction has ended: a statement was not awaited.");
    return ask(on);
  };
  try {
    const load = <T>(_: string, load: () => Promise<T>) => load();
    return await work({ ...db, ...statements(route), remember: load, rememberBriefly: load, turns: null });
  } finally {
    isOver = true;
  }
}

/** Runs `work` alone in one transaction: committed when it resolves, rolled back when it throws. Inside, `tx` reads what the transaction itself has written; everybody else sees it once it is committed. */
export async function transaction<T, K extends Kind>(db: Db<K>, work: (tx: Db<K>) => Promise<T>): Promise<T> {
  const { turns } = db;
  if (!turns) throw new Error("No transaction begins here: inside one, pass `tx` on.");
  return inTurn(turns, () => alone(db, turns.writer, work));
}

/** Runs `work` on one picture of a database that is being written to. */
export async function snapshot<T, K extends Kind>(db: Db<K>, work: (at: Db<K>) => Promise<T>): Promise<T> {
  const reader = db.openReader();
  try {
    await reader.begin("read");
    return await alone(db, reader, work);
  } finally {
    await reader.close();
  }
}

/** Calls `heard` after every transaction that this process commits; gives what ends that. */
export function onCommit({ turns }: Db, heard: () => void): () => void {
  turns?.heard.add(heard);
  return () => turns?.heard.delete(heard);
}
