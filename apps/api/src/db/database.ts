import { DrizzleQueryError } from "drizzle-orm";
import { drizzle, type SqliteRemoteDatabase } from "drizzle-orm/sqlite-proxy";
import { LRUCache } from "lru-cache";

/** Thrown for a file that must not be opened; `message` is printed to whoever starts the server. */
export class DatabaseFileError extends Error {}

/** Values of a statement's `@name` parameters. */
export type Params = Readonly<Record<string, unknown>>;
/** One database connection. drizzle passes positional parameters, everything else named ones. */
export type Connection = {
  all(sql: string, params: Params | unknown[]): Promise<object[]>;
  /** Rows as arrays of column values. */
  lists(sql: string, params: unknown[]): Promise<unknown[][]>;
  /** Returns the number of changed rows. */
  run(sql: string, params: Params | unknown[]): Promise<number>;
  begin(to: "read" | "write"): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  close(): Promise<void>;
};
/** A database file opened by an engine; `writer` is null for a read-only one. */
export type Engine = {
  file: string;
  reader: Connection;
  writer: Connection | null;
  openReader(): Connection;
};

/** `figures`: published data and staff work; `staff`: sign-in. */
type Kind = "figures" | "staff";
/**
 * A database, or the view of one inside `transaction` or `snapshot`. Outside of those, reads see committed data and
 * each write is a transaction of its own.
 */
export type Db<K extends Kind = "figures"> = {
  readonly kind: K;
  readonly file: string;
  all<Row extends object>(sql: string, params?: Params): Promise<Row[]>;
  /** The first row. */
  one<Row extends object>(sql: string, params?: Params): Promise<Row | undefined>;
  /** Returns the number of changed rows. */
  run(sql: string, params?: Params): Promise<number>;
  readonly orm: SqliteRemoteDatabase;
  /** Caches the result of `load` under `key`; for immutable data only. Bypassed inside a transaction. */
  remember<T extends object>(key: string, load: () => Promise<T>): Promise<T>;
  /** The same until the next tick, for data that another process or commit may change. */
  rememberBriefly<T>(key: string, load: () => Promise<T>): Promise<T>;
  /** Serialises writes; null inside a transaction and for read-only databases. */
  readonly turns: Turns | null;
  openReader(): Connection;
  close(): Promise<void>;
};
type Turns = { writer: Connection; last: Promise<unknown>; heard: Set<() => void> };

/** Runs `query` on the connection that serves the statement. */
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

/** Size limit of the cache, in bytes of JSON: the definitions of several releases. */
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

/** The driver's error inside drizzle's, whose message repeats the bound values, which may be secret. */
export const saidByEngine = (error: unknown): unknown => (error instanceof DrizzleQueryError ? error.cause : error);

/** Runs `work` in a transaction on the writer, after all earlier ones. */
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

/** A view of the database bound to one connection, valid until `work` settles. */
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

/**
 * Runs `work` in a write transaction: committed when it resolves, rolled back when it throws. Inside, `tx` sees its own
 * writes; others see them after the commit.
 */
export async function transaction<T, K extends Kind>(db: Db<K>, work: (tx: Db<K>) => Promise<T>): Promise<T> {
  const { turns } = db;
  if (!turns) throw new Error("No transaction begins here: inside one, pass `tx` on.");
  return inTurn(turns, () => alone(db, turns.writer, work));
}

/** Runs `work` on a consistent snapshot while others write. */
export async function snapshot<T, K extends Kind>(db: Db<K>, work: (at: Db<K>) => Promise<T>): Promise<T> {
  const reader = db.openReader();
  try {
    await reader.begin("read");
    return await alone(db, reader, work);
  } finally {
    await reader.close();
  }
}

/** Calls `listener` after every transaction committed by this process; returns the unsubscribe function. */
export function onCommit({ turns }: Db, heard: () => void): () => void {
  turns?.heard.add(heard);
  return () => turns?.heard.delete(heard);
}
