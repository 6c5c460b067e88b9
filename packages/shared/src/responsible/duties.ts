import type { Body, Responsibility } from "../schema/indicator.ts";
import { holds, lastKnown, successorsOf } from "./last-known.ts";

type Term = Pick<Responsibility, "body" | "role" | "from" | "to"> & { paper?: unknown };

/**
 * How a term concerns a body. `given`: the body has it by a paper. `sourced`: a source says so, and no paper was seen.
 * `related`: one that has ended had it last, and the body stands in its place. `past`: the body had it.
 */
export type Standing = "given" | "sourced" | "related" | "past";

type Duty<T> = { term: T & { body: string }; standing: Standing };

const ROLES = ["lead", "monitor", "compiler", "field"] as const satisfies readonly Term["role"][];

/** The terms of an indicator that concern a body on a day: what it has, what succession brings near it, what it had. */
export function dutiesOf<T extends Term>(
  responsible: readonly T[],
  bodies: readonly Pick<Body, "id" | "to" | "successor">[],
  id: string,
  on: string,
): Duty<T>[] {
  const known = ROLES.flatMap((role) => lastKnown(responsible, role, on)).flatMap((term): Duty<T>[] => {
    if (!holds(term, on))
      return successorsOf(bodies, term.body, on).at(-1)?.id === id ? [{ term, standing: "related" }] : [];
    return term.body === id ? [{ term, standing: term.paper ? "given" : "sourced" }] : [];
  });
  const past = responsible
    .filter((term): term is T & { body: string } => term.body === id && !holds(term, on))
    .map((term): Duty<T> => ({ term, standing: "past" }));
  return [...known, ...past];
}
