import { langOf, type PageSearch } from "../address/search.ts";
import { namedRelease, type View } from "../client/api.ts";
import { isoDayOfInstant } from "../words/format.ts";
import type { ReadAnswer } from "./page.ts";

/** The view of an address. A release is read on its own day, as the API does; an unknown one is refused there. */
export async function viewOf(read: ReadAnswer, search: PageSearch, today: string): Promise<View> {
  const { asOf, release } = search;
  const lang = langOf(search);
  if (release === undefined) return { lang, asOf, isOver: asOf !== undefined && asOf < today };
  const { release: named } = await read(namedRelease(lang, { asOf, release }));
  return { lang, asOf: named ? isoDayOfInstant(named.publishedAt) : asOf, release };
}
