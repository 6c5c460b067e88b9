/** What an address can say that chooses figures: where it is dropped, others are shown than were asked for. */
const CHOOSES = ["asOf", "indicator", "area", "areas", "compiler", "from", "to"] as const;
const MOST_LETTERS = 40;

/** A part of an address of which nothing came: the parameter, and what it said (at most 40 letters of it). */
export type NotUnderstood = { name: (typeof CHOOSES)[number]; text: string };

/** What of an address's query a page could make nothing of, by what it understood instead. */
export function notUnderstood(
  asked: Readonly<Record<string, string>>,
  understood: Readonly<Record<string, unknown>>,
): NotUnderstood[] {
  return CHOOSES.flatMap((name) => {
    const said = asked[name];
    const found = understood[name];
    // A day or a year is understood whole, in another form at most; of a list each code by itself.
    if (!said || (found !== undefined && !Array.isArray(found))) return [];
    const list = new Set((found as string[] | undefined)?.map((code) => code.toUpperCase()));
    const lost = said.split(",").filter((part) => part !== "" && !list.has(part.toUpperCase()) && !list.has("ALL"));
    const text = lost.join(",");
    return text ? [{ name, text: text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text }] : [];
  });
}
