import { dutiesOf, type Standing } from "@moc2030/shared/responsible/duties";
import { holds } from "@moc2030/shared/responsible/last-known";
import type { Body } from "@moc2030/shared/schema/indicator";
import { type Lang, localize } from "@moc2030/shared/text/lang";
import { assessAll } from "../assessments/queries.ts";
import type { Db } from "../db/database.ts";
import { listDefinitions } from "../definitions/queries.ts";
import { localizeTarget } from "../definitions/target.ts";
import { listIndicators, nextEditions } from "../indicators/queries.ts";
import type { ReadPoint } from "../observations/read-point.ts";

/** A body as it was known on a day: one whose end was still to come had neither end nor successor. */
function bodyOn(body: Body, on: string): Body {
  if (body.to === null || body.to < on) return body;
  const { succession: _, ...rest } = body;
  return { ...rest, to: null, successor: null };
}

/** The bodies that exist at a read point or existed before it. */
async function bodiesAt(db: Db, { release, referenceDate }: ReadPoint): Promise<Body[]> {
  const all = await listDefinitions(db, "body", release?.id ?? null);
  return all.filter(({ from }) => (from ?? "") <= referenceDate).map((body) => bodyOn(body, referenceDate));
}

/** A body with what indicators ask of it at a read point, in their order; null before the body existed. */
export async function dutiesAt(db: Db, at: ReadPoint, id: string) {
  const bodies = await bodiesAt(db, at);
  const body = bodies.find((one) => one.id === id);
  if (!body) return null;
  const definitions = await listDefinitions(db, "indicator", at.release?.id ?? null);
  const duties = definitions
    .sort((a, b) => a.order - b.order)
    .flatMap(({ code, responsible }) =>
      dutiesOf(responsible, bodies, id, at.referenceDate).map((duty) => ({ code, ...duty })),
    );
  return { body, bodies, duties };
}

/**
 * A body with the indicators that concern it, by how they do, each with the Strategy's targets, their assessments and
 * the next edition. Null before the body existed.
 */
export async function findBody(db: Db, at: ReadPoint, id: string, lang: Lang) {
  const { referenceDate } = at;
  const release = at.release?.id ?? null;
  const concerned = await dutiesAt(db, at, id);
  if (!concerned) return null;
  const { body, bodies, duties } = concerned;
  const those = (of: Standing) =>
    duties
      .filter(({ standing }) => standing === of)
      // The end of a term that still holds was not known on a past day.
      .map(({ code, term }) => ({
        indicator: code,
        ...localize(holds(term, referenceDate) ? { ...term, to: null } : term, lang),
      }));
  const codes = [...new Set(duties.map(({ code }) => code))];
  const assessments = await assessAll(db, at, { indicator: codes });
  const assessed = new Set(assessments.map((a) => a.targetId));
  const cited = new Set<string | null>([
    ...duties.map(({ term }) => term.source),
    ...bodies.filter((one) => one.id === id || one.successor === id).map((one) => one.succession?.source ?? null),
  ]);
  return {
    body: localize(body, lang),
    given: those("given"),
    sourced: those("sourced"),
    related: those("related"),
    past: those("past"),
    bodies: localize(bodies, lang),
    indicators: (await listIndicators(db, at, lang)).filter(({ code }) => codes.includes(code)),
    targets: (await listDefinitions(db, "target", release))
      .filter((target) => assessed.has(target.id))
      .map((target) => localizeTarget(target, lang)),
    assessments,
    due: (await nextEditions(db, at, codes)).map(({ definition, next }) => ({ indicator: definition.code, ...next })),
    sources: (await listDefinitions(db, "source", release)).filter((source) => cited.has(source.id)),
  };
}
