import type { Body, Responsibility } from "../schema/indicator.ts";

type Term = Pick<Responsibility, "body" | "role" | "from" | "to">;
/** A term in which a source names the body. */
type Named<T extends Term> = T & { body: string };

const named = <T extends Term>(term: T): term is Named<T> => term.body !== null;

/** Whether a term holds on a day, its last one included. */
export const holds = ({ to }: Pick<Term, "to">, on: string): boolean => to === null || to >= on;

/**
 * The terms of a role that hold on the day `on`; where none does, the one that ended last. Empty where no source has
 * named a body by then. First and last days are included.
 */
export function lastKnown<T extends Term>(responsible: readonly T[], role: Term["role"], on: string): Named<T>[] {
  const begun = responsible.filter(named).filter((term) => term.role === role && (term.from ?? "") <= on);
  const holding = begun.filter((term) => holds(term, on));
  if (holding.length > 0) return holding;
  const ends = begun.map(({ to }) => to ?? "").sort();
  return begun.filter(({ to }) => to === ends.at(-1)).slice(-1);
}

/** The bodies into which `id` was merged or renamed by the day `on`, nearest first; empty where it still exists. */
export function successorsOf<B extends Pick<Body, "id" | "to" | "successor">>(
  bodies: readonly B[],
  id: string,
  on: string,
): B[] {
  const found: B[] = [];
  let at = bodies.find((body) => body.id === id);
  while (at?.successor && at.to !== null && at.to < on) {
    const { successor } = at;
    at = bodies.find((body) => body.id === successor);
    if (!at || found.includes(at) || at.id === id) break;
    found.push(at);
  }
  return found;
}
