import { holds, lastKnown, successorsOf } from "@moc2030/shared/responsible/last-known";
import type { Body, IndicatorItem } from "../client/api.ts";
import type { Text } from "../text/text.tsx";
import { capital, day } from "./format.ts";

type Responsible = Pick<IndicatorItem, "responsible">;
type Lead = {
  /** Name of the body. */
  body: string;
  /** Whether a document assigns the role, rather than a source only reporting it. */
  hasPaper: boolean;
  /** Whether a document assigns only monitoring, which is less than leading. */
  monitors: boolean;
  /** Last day of the term if it has ended. */
  until: string | null;
  /** Name of the successor if the term has ended and it is known. */
  heir: string | null;
  /** How the body became its successor. */
  kind: "merged" | "renamed" | "unknown";
};

/** Lead bodies of an indicator on a day, else the last known ones. A body without a name is shown by its id. */
function leads({ responsible }: Responsible, bodies: readonly Body[], on: string): Lead[] {
  return lastKnown(responsible, "lead", on).map((term) => ({
    body: nameOf(term.body, bodies),
    hasPaper: Boolean(term.paper),
    monitors: lastKnown(responsible, "monitor", on).some(
      (other) => other.body === term.body && other.paper && holds(other, on),
    ),
    until: holds(term, on) ? null : term.to,
    heir: holds(term, on) ? null : (successorsOf(bodies, term.body, on).at(-1)?.name ?? null),
    kind: bodies.find((one) => one.id === term.body)?.succession?.kind ?? "unknown",
  }));
}

/**
 * The lead bodies with their basis: "Theo văn bản đã đọc: Bộ A (đến hết 28/02/2025, nay hợp nhất vào Bộ B). Phân công sau
 * hợp nhất: chưa thấy văn bản." A successor is never assumed to have the role.
 */
export function leadSentence(indicator: Responsible, bodies: readonly Body[], on: string, text: Text): string {
  const { say, lang } = text;
  const found = leads(indicator, bodies, on);
  const inField = fieldTerms(indicator, on).map(({ body, from, paper }) =>
    say("responsible.inField", {
      read: say(paper ? "responsible.byPaper" : "responsible.bySource"),
      body: nameOf(body, bodies),
      since: from === null ? "" : ` ${say("about.from", { day: day(from, lang) })}`,
    }),
  );
  if (found.length === 0) return [`${capital(say("responsible.none"))}.`, ...inField].join(" ");
  return [
    ...found.map(({ body, hasPaper, monitors, until, heir, kind }) => {
      const read = say(hasPaper ? "responsible.byPaper" : "responsible.bySource");
      if (until === null && hasPaper) return say("responsible.holds", { read, body });
      if (until === null)
        return say(monitors ? "responsible.holdsMonitor" : "responsible.holdsWithout", { read, body });
      const time = say("responsible.until", { day: day(until, lang) });
      const what = heir === null ? time : `${time}, ${say(`responsible.${kind}`, { heir })}`;
      const since = say(heir !== null && kind === "merged" ? "responsible.sinceMerger" : "responsible.since");
      return say("responsible.ended", { read, body, what, since });
    }),
    ...inField,
  ].join(" ");
}

/** Who answers, for a table cell: `whoAnswers` in one text. */
export const leadShort = (...asked: Parameters<typeof whoAnswers>): string => whoAnswers(...asked).join("; ");

/**
 * The lead bodies, and who is in charge of the field; of a mere successor it is said: "Bộ B (liên quan do sắp xếp bộ
 * máy)". `marked` leaves asterisks in place of that, for a table with `responsible.markHeir`, `.markField` below it.
 */
export function whoAnswers(
  indicator: Responsible,
  bodies: readonly Body[],
  on: string,
  text: Text,
  form: "short" | "marked" = "short",
): string[] {
  const { say, lang } = text;
  const found = leads(indicator, bodies, on).map(({ body, hasPaper, monitors, until, heir }) => {
    if (heir !== null) return say(`responsible.${form}Heir`, { body: heir });
    if (until !== null) return `${body} (${say("responsible.until", { day: day(until, lang) })})`;
    if (hasPaper) return body;
    return say(monitors ? "responsible.shortMonitor" : "responsible.shortWithout", { body });
  });
  return [
    ...(found.length > 0 ? found : [say("responsible.none")]),
    ...fieldTerms(indicator, on).map(({ body }) => say(`responsible.${form}Field`, { body: nameOf(body, bodies) })),
  ];
}

/** The terms of bodies that are in charge of the field on a day. */
const fieldTerms = ({ responsible }: Responsible, on: string) =>
  lastKnown(responsible, "field", on).filter((term) => holds(term, on));

const nameOf = (id: string, bodies: readonly Body[]) => bodies.find((one) => one.id === id)?.name ?? id;

/** The legal basis on which the compiler produces the figures on a day; null if unknown. */
export const compilerBasis = ({ responsible }: Responsible, on: string): string | null =>
  lastKnown(responsible, "compiler", on).find((term) => holds(term, on))?.basis ?? null;

/** The document that makes the compiler the one of the figures on a day; null if none was seen. */
export const compilerPaper = ({ responsible }: Responsible, on: string): string | null =>
  lastKnown(responsible, "compiler", on).find((term) => holds(term, on))?.paper ?? null;
