import type { Read } from "../client/api.ts";
import type { ReadAnswer } from "./page.ts";

// biome-ignore lint/suspicious/noExplicitAny: any read; the type of its answer is taken from it
type Reads = Record<string, Read<any>>;
type Answers<R extends Reads> = { [K in keyof R]: R[K] extends Read<infer Answer> ? Answer : never };

/** Resolves several reads concurrently, by name. */
export async function readAll<R extends Reads>(read: ReadAnswer, reads: R): Promise<Answers<R>> {
  const named = Object.entries(reads).map(async ([name, one]) => [name, await read(one)] as const);
  return Object.fromEntries(await Promise.all(named)) as Answers<R>;
}
