import { useSuspenseQuery } from "@tanstack/react-query";
import type { Read } from "./api.ts";

// biome-ignore lint/suspicious/noExplicitAny: any read; the type of its answer is taken from it
type Reads = Record<string, Read<any>>;
type Answers<R extends Reads> = { [K in keyof R]: R[K] extends Read<infer Answer> ? Answer : never };

/**
 * The answers of several reads, by their names; the route has asked for all of them together. One hook for each and not
 * `useSuspenseQueries`, which draws the page a second time whenever its reads are other ones: at every switch of
 * language or day. The names must be the same each time.
 */
export const useAnswers = <R extends Reads>(reads: R): Answers<R> =>
  Object.fromEntries(
    // biome-ignore lint/correctness/useHookAtTopLevel: as many each time, in the same order
    Object.entries(reads).map(([name, read]) => [name, useSuspenseQuery(read).data]),
  ) as Answers<R>;
