import { holds, lastKnown, successorsOf } from "@moc2030/shared/responsible/last-known";
import type { Body, IndicatorItem } from "../client/api.ts";
import type { Text } from "../text/text.tsx";
import { capital, day } from "./format.ts";

type Responsible = Pick<IndicatorItem, "responsible">;
type Lead = {
  /** The body that the source names, and whether a paper does. */
  body: string;
  hasPaper: boolean;
  /** Whether a paper that was read makes it monitor the indicator, which is less than to lead it. */
  monitors: boolean;
  /** The last day of its term, where that is over. */
  until: string | null;
  /** What stands in its place since it ended, and how that came: merged or renamed, as far as it is known. */
  heir: string | null;
  kind: "merged" | "renamed" | "unknown";
};

/** Who leads an indicator on a day, or led it last. A body that no list has goes by its id. */
function leads({ responsible }: Responsible, bodies: readonly Body[], on: string): Lead[] {
  const nameOf = (id: string) => bodies.find((one) => one.id === id)?.name ?? id;
  return lastKnown(responsible, "lead", on).map((term) => ({
    body: nameOf(term.body),
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
 * Who leads, with what is known of it: "Theo văn bản đã đọc: Bộ A (đến hết 28/02/2025, nay hợp nhất vào Bộ B). Phân công
 * sau hợp nhất: chưa thấy văn bản." Nothing is said that no source says.
 */
export function leadSentence(indicator: Responsible, bodies: readonly Body[], on: string, text: Text): string {
  const { say, lang } = text;
  const found = leads(indicator, bodies, on);
  if (found.length === 0) return `${capital(say("responsible.none"))}.`;
  return found
    .map(({ body, hasPaper, monitors, until, heir, kind }) => {
      const read = say(hasPaper ? "responsible.byPaper" : "responsible.bySource");
      if (until === null && hasPaper) return say("responsible.holds", { read, body });
      if (until === null)
        return say(monitors ? "responsible.holdsMonitor" : "responsible.holdsWithout", { read, body });
      const time = say("responsible.until", { day: day(until, lang) });
      const what = heir === null ? time : `${time}, ${say(`responsible.${kind}`, { heir })}`;
      const since = say(heir !== null && kind === "merged" ? "responsible.sinceMerger" : "responsible.since");
      return say("responsible.ended", { read, body, what, since });
    })
    .join(" ");
}

/** Who leads, for a row: "Bộ B (liên quan do sắp xếp bộ máy)" where only succession leads there. */
export function leadShort(indicator: Responsible, bodies: readonly Body[], on: string, text: Text): string {
  const { say, lang } = text;
  const found = leads(indicator, bodies, on).map(({ body, hasPaper, monitors, until, heir }) => {
    if (heir !== null) return say("responsible.shortHeir", { body: heir });
    if (until !== null) return `${body} (${say("responsible.until", { day: day(until, lang) })})`;
    if (hasPaper) return body;
    return say(monitors ? "responsible.shortMonitor" : "responsible.shortWithout", { body });
  });
  return found.length > 0 ? found.join("; ") : say("responsible.none");
}

/** By what a body makes the figures on a day, in the words of the reference data. */
export const compilerBasis = ({ responsible }: Responsible, on: string): string | null =>
  lastKnown(responsible, "compiler", on).find((term) => holds(term, on))?.basis ?? null;
