import { isTracking } from "@moc2030/shared/page/tracking";
import { withoutHidden } from "@moc2030/shared/text/clean";
import type { NotUnderstood } from "../address/address.ts";

/** Default values, which the canonical URL omits. */
const USUAL: Readonly<Record<string, string>> = { lang: "vi", page: "1" };
const MOST_LETTERS = 40;

/**
 * An ignored parameter for display: name and value cut to 40 characters, without control and bidirectional characters.
 */
export const unreadPart = (name: string, text: string): NotUnderstood => ({
  name: withoutHidden(name.slice(0, MOST_LETTERS)),
  text: withoutHidden(text.slice(0, MOST_LETTERS)) + (text.length > MOST_LETTERS ? "…" : ""),
});

/** Parameters of a query that were dropped, by comparison with the parsed query. */
export function notUnderstood(
  asked: Readonly<Record<string, string>>,
  understood: Readonly<Record<string, unknown>>,
): NotUnderstood[] {
  return Object.entries(asked).flatMap(([name, said]) => {
    if (said === USUAL[name] || isTracking(name)) return [];
    const found = understood[name];
    // A scalar is either accepted, perhaps normalised, or ignored; of a list, single codes may be ignored.
    if (Object.hasOwn(understood, name) && !Array.isArray(found)) return [];
    const list = new Set((found as string[] | undefined)?.map((code) => code.toUpperCase()));
    const lost = said.split(",").filter((part) => part !== "" && !list.has(part.toUpperCase()) && !list.has("ALL"));
    return lost.length > 0 ? [unreadPart(name, lost.join(","))] : [];
  });
}
