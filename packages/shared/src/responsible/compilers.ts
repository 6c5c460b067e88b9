import type { Body, IndicatorDefinition } from "../schema/indicator.ts";
import { lastKnown, successorsOf } from "./last-known.ts";

/**
 * The bodies of the state that compile an indicator's figures on a day, by id: those that a source names last in that
 * role, or what they became; where none is named, the body with the code of the publisher. Empty where a publisher
 * abroad compiles them.
 */
export function compilersOf(
  { compiler, responsible }: Pick<IndicatorDefinition, "compiler" | "responsible">,
  bodies: readonly Pick<Body, "id" | "to" | "successor">[],
  on: string,
): string[] {
  const named = lastKnown(responsible, "compiler", on).map(({ body }) => body);
  const last = named.length > 0 ? named : bodies.flatMap(({ id }) => (id === compiler ? [id] : []));
  return [...new Set(last.map((id) => successorsOf(bodies, id, on).at(-1)?.id ?? id))];
}
