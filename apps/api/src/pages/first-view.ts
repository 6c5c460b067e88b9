import { COUNTRY } from "@moc2030/shared/country";
import { readKey } from "@moc2030/shared/read-key";
import { writtenDay } from "@moc2030/shared/written-day";
import type { Db } from "../db/database.ts";
import { unknownCodes } from "../definitions/queries.ts";

type Page = {
  path: RegExp;
  reads: (indicator: string | null, isPlain: boolean) => string[];
};

/** Every page, and what it reads first. A page that asks for more than this says so in e2e/first-view.test.ts. */
const pages: Page[] = [
  {
    path: /^\/$/,
    reads: () => [
      ...["/indicators", "/assessments", "/targets", `/observations?area=${COUNTRY}`, "/bodies"],
      ...["/releases?limit=5", "/compilers"],
    ],
  },
  {
    // Without a selection the figures of Viet Nam; a selection can be all there is, too much for a document.
    path: /^\/data$/,
    reads: (_indicator, isPlain) => [
      ...["/indicators", "/areas", "/compilers"],
      ...(isPlain ? [`/observations?area=${COUNTRY}`] : []),
    ],
  },
  {
    // One indicator's figures of ASEAN, whatever else the address asks for: the document stays small.
    path: /^\/compare$/,
    reads: (indicator) => ["/indicators", "/areas", `/observations?area=ASEAN&indicator=${indicator ?? "GII_RANK"}`],
  },
  // Pages for staff: they read as whoever is signed in, once they are there.
  {
    path: /^\/(?:set-up|audit|delegations|staff(?:\/(?:sessions|people))?|entry(?:\/import|\/[A-Z0-9_]+\/\d{4})?|(?:submissions|review)(?:\/\d{1,9})?|sheet\/[A-Z0-9_]+\/[A-Z0-9-]+\/\d{4})$/,
    reads: () => [],
  },
];

/** The addresses that a page reads first, in the language and as of the day of its own address; null where there is no such page. */
export async function firstReads(db: Db, url: URL): Promise<string[] | null> {
  // As the pages read an address: what is no day is dropped.
  const asOf = writtenDay(url.searchParams.get("asOf"));
  for (const { path, reads } of pages) {
    if (!path.test(url.pathname)) continue;
    const asked = url.searchParams.get("indicator")?.toUpperCase();
    const indicator = asked !== undefined && (await isKnown(db, asked)) ? asked : null;
    const isPlain = [...url.searchParams.keys()].every((name) => name === "lang" || name === "asOf");
    return reads(indicator, isPlain).map((read) => {
      const address = new URL(`/api/v1${read}`, url);
      address.searchParams.set("lang", url.searchParams.get("lang") === "en" ? "en" : "vi");
      if (asOf) address.searchParams.set("asOf", asOf);
      return readKey(address.href);
    });
  }
  return null;
}

async function isKnown(db: Db, code: string): Promise<boolean> {
  return (await unknownCodes(db, "indicator", [code])).length === 0;
}

/** The answers to a page's first reads by their keys, as the text of one JSON object; a problem is left out. */
export async function firstAnswers(reads: string[], answer: (path: string) => Promise<string | null>): Promise<string> {
  const answers: string[] = [];
  for (const read of reads) {
    const text = await answer(read);
    if (text !== null) answers.push(`${JSON.stringify(read)}:${text}`);
  }
  return `{${answers.join(",")}}`;
}
