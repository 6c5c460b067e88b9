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
  readonly writeQueue: WriteQueue | null;
  openReader(): Connection;
  close(): Promise<void>;
};
type WriteQueue = { writer: Connection; tail: Promise<unknown>; listeners: Set<() => void> };

/** Runs `query` on the connection that serves the statement. */
type Dispatch = <T>(isChange: boolean, query: (on: Connection) => Promise<T>) => Promise<T>;

const statements = (dispatch: Dispatch): Pick<Db, "all" | "one" | "run" | "orm"> => {
  const all = <Row>(sql: string, params: Params = {}) => dispatch(false, (on) => on.all(sql, params) as Promise<Row[]>);
  return {
    all,
    one: async <Row>(sql: string, params?: Params) => (await all<Row>(sql, params))[0],
    run: (sql, params = {}) => dispatch(true, (on) => on.run(sql, params)),
    orm: drizzle(async (sql, params, method) => {
      if (method === "run") {
        await dispatch(true, (on) => on.run(sql, params));
        return { rows: [] };
      }
      const rows = await dispatch(/^\s*(insert|update|delete)\b/i.test(sql), (on) => on.lists(sql, params));
      return { rows: method === "get" ? (rows[0] as unknown[]) : rows };
    }),
  };
};

/** Size limit of the cache in bytes: the definitions of several releases, and the rows of some indicators. */
const CACHE_BYTES = 24 * 2 ** 20;
/** What holds buffers says its size itself; anything else counts as JSON. */
const sizeOf = (value: object): number => {
  if (Buffer.isBuffer(value)) return value.length;
  return "bytes" in value && typeof value.bytes === "number" ? value.bytes + 1 : JSON.stringify(value).length;
};

export function openDatabase<K extends Kind>(kind: K, { file, reader, writer, openReader }: Engine): Db<K> {
  const cache = new LRUCache<string, object>({
    maxSize: CACHE_BYTES,
    sizeCalculation: sizeOf,
  });
  const loading = new Map<string, Promise<object>>();
  const tickCache = new Map<string, Promise<unknown>>();
  const clear = () => tickCache.clear();
  const writeQueue = writer && { writer, tail: Promise.resolve(), listeners: new Set([clear]) };
  return {
    kind,
    file,
    ...statements((isChange, query) =>
      isChange && writeQueue ? enqueue(writeQueue, () => query(writeQueue.writer)) : query(reader),
    ),
    async remember<T extends object>(key: string, load: () => Promise<T>) {
      const known = (cache.get(key) ?? loading.get(key)) as T | Promise<T> | undefined;
      if (known !== undefined) return known;
      const loaded = load().finally(() => loading.delete(key));
      loading.set(key, loaded);
      cache.set(key, await loaded);
      return loaded;
    },
    rememberBriefly<T>(key: string, load: () => Promise<T>) {
      const known = tickCache.get(key) as Promise<T> | undefined;
      if (known !== undefined) return known;
      if (tickCache.size === 0) setImmediate(clear);
      const loading = load();
      tickCache.set(key, loading);
      return loading;
    },
    writeQueue,
    openReader,
    async close() {
      await reader.close();
      await writer?.close();
    },
  };
}

/** The driver's error inside drizzle's, whose message repeats the bound values, which may be secret. */
export const driverError = (error: unknown): unknown => (error instanceof DrizzleQueryError ? error.cause : error);

/** Whether there was no room to write. */
export const isDiskFull = (error: unknown): boolean =>
  ["SQLITE_FULL", "ENOSPC", "EDQUOT"].includes((error as { code?: string }).code ?? "") ||
  (error instanceof Error && error.cause !== undefined && isDiskFull(error.cause));

/** Runs `work` in a transaction on the writer, after all earlier ones. */
function enqueue<T>(queue: WriteQueue, work: () => Promise<T>): Promise<T> {
  const { writer } = queue;
  const run = async () => {
    await writer.begin("write");
    try {
      const result = await work();
      await writer.commit();
      for (const listener of queue.listeners) listener();
      return result;
    } catch (error) {
      await writer.rollback();
      throw driverError(error);
    }
  };
  const result = queue.tail.then(run);
  queue.tail = result.catch(() => undefined);
  return result;
}

/** A view of the database bound to one connection, valid until `work` settles. */
async function withConnection<T, K extends Kind>(
  db: Db<K>,
  on: Connection,
  work: (db: Db<K>) => Promise<T>,
): Promise<T> {
  let isOver = false;
  const dispatch: Dispatch = async (_, query) => {
    if (isOver) throw new Error("This transaction has ended: a statement was not awaited.");
    return query(on);
  };
  try {
    const load = <T>(_: string, load: () => Promise<T>) => load();
    return await work({ ...db, ...statements(dispatch), remember: load, rememberBriefly: load, writeQueue: null });
  } finally {
    isOver = true;
  }
}

/**
 * Runs `work` in a write transaction: committed when it resolves, rolled back when it throws. Inside, `tx` sees its own
 * writes; others see them after the commit.
 */
export async function transaction<T, K extends Kind>(db: Db<K>, work: (tx: Db<K>) => Promise<T>): Promise<T> {
  const { writeQueue } = db;
  if (!writeQueue) throw new Error("No transaction begins here: inside one, pass `tx` on.");
  return enqueue(writeQueue, () => withConnection(db, writeQueue.writer, work));
}

/** Runs `work` on a consistent snapshot while others write. */
export async function snapshot<T, K extends Kind>(db: Db<K>, work: (at: Db<K>) => Promise<T>): Promise<T> {
  const reader = db.openReader();
  try {
    await reader.begin("read");
    return await withConnection(db, reader, work);
  } finally {
    await reader.close();
  }
}

/** Calls `listener` after every transaction committed by this process; returns the unsubscribe function. */
export function onCommit({ writeQueue }: Db, listener: () => void): () => void {
  writeQueue?.listeners.add(listener);
  return () => writeQueue?.listeners.delete(listener);
}
