import { type QueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
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

/** Whether every one of some reads has its answer already. */
export const areThere = (queries: QueryClient, reads: Reads): boolean =>
  Object.values(reads).every(({ queryKey }) => queries.getQueryData(queryKey) !== undefined);

/**
 * What is asked for, one step behind: what is on the screen stays there until everything of the new has come. Where it is
 * all there already it is one step, drawn at once: drawing in slices beside the old takes a quarter longer, or twice as
 * long on a slow machine.
 */
export function useComplete<T>(wanted: T, isThere: (wanted: T) => boolean): T {
  const settled = useDeferredValue(wanted);
  return settled !== wanted && isThere(wanted) ? wanted : settled;
}
