import { comparedDays } from "@moc2030/shared/compared-days";
import { COUNTRY } from "@moc2030/shared/country";
import { dayInVietNam, endOfDay } from "@moc2030/shared/date";
import { readKey } from "@moc2030/shared/read-key";
import { writtenDay } from "@moc2030/shared/written-day";
import type { Db } from "../db/database.ts";
import { unknownCodes } from "../definitions/queries.ts";

type Page = {
  path: RegExp;
  reads: (match: string[], indicator: string | null, days: { from: string | undefined }, isPlain: boolean) => string[];
  /** What the address names: without it there is no page. An indicator unless said otherwise. */
  names?: "release";
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
  { path: /^\/indicators$/, reads: () => ["/indicators", "/assessments"] },
  {
    path: /^\/indicators\/([A-Z0-9_]+)$/,
    reads: ([, code]) => [
      `/indicators/${code}`,
      `/observations?area=${COUNTRY}&history=true&indicator=${code}`,
      `/observations?area=ASEAN&indicator=${code}&labels=both`,
    ],
  },
  {
    // Without a selection the figures of Viet Nam; a selection can be all there is, too much for a document.
    path: /^\/data$/,
    reads: (_match, _indicator, _days, isPlain) => [
      ...["/indicators", "/areas", "/compilers"],
      ...(isPlain ? [`/observations?area=${COUNTRY}`] : []),
    ],
  },
  {
    // One indicator's figures of ASEAN, whatever else the address asks for: the document stays small.
    path: /^\/compare$/,
    reads: (_, indicator) => ["/indicators", "/areas", `/observations?area=ASEAN&indicator=${indicator ?? "GII_RANK"}`],
  },
  { path: /^\/releases$/, reads: () => ["/releases", "/indicators"] },
  {
    path: /^\/releases\/compare$/,
    reads: (_, __, { from }) => [
      "/indicators",
      "/targets",
      "/sources",
      `/releases/compare${from ? `?from=${from}` : ""}`,
    ],
  },
  {
    path: /^\/releases\/([1-9]\d{0,8})$/,
    names: "release",
    reads: ([, id]) => [`/releases/${id}`, "/releases", "/indicators", "/targets", "/sources"],
  },
  // Pages for staff: they read as whoever is signed in, once they are there.
  {
    path: /^\/(?:set-up|audit|delegations|staff(?:\/(?:sessions|people))?|entry(?:\/import|\/[A-Z0-9_]+\/\d{4})?|(?:submissions|review)(?:\/\d{1,9})?|sheet\/[A-Z0-9_]+\/[A-Z0-9-]+\/\d{4})$/,
    reads: () => [],
  },
];

/** The addresses that a page reads first, in the language and as of the day of its own address; null where there is no such page. */
export async function firstReads(db: Db, url: URL, now: Date): Promise<string[] | null> {
  // As the pages read an address: what is no day is dropped.
  const day = (name: string) => writtenDay(url.searchParams.get(name));
  for (const { path, reads, names } of pages) {
    const match = path.exec(url.pathname);
    if (!match) continue;
    if (match[1] && !(await isKnown(db, match[1], names, day("asOf")))) return null;
    const asked = url.searchParams.get("indicator")?.toUpperCase();
    const indicator = asked !== undefined && (await isKnown(db, asked)) ? asked : null;
    const isComparison = url.pathname === "/releases/compare";
    const days = comparedDays({ from: day("from"), to: day("to"), asOf: day("asOf") }, dayInVietNam(now));
    const asOf = isComparison ? days.asOf : day("asOf");
    const isPlain = [...url.searchParams.keys()].every((name) => name === "lang" || name === "asOf");
    return reads([...match], indicator, days, isPlain).map((read) => {
      const address = new URL(`/api/v1${read}`, url);
      address.searchParams.set("lang", url.searchParams.get("lang") === "en" ? "en" : "vi");
      if (asOf) address.searchParams.set("asOf", asOf);
      return readKey(address.href);
    });
  }
  return null;
}

/** Whether what an address names is there; a release, on the day asked for. */
async function isKnown(db: Db, code: string, names?: "release", asOf?: string): Promise<boolean> {
  if (names !== "release") return (await unknownCodes(db, "indicator", [code])).length === 0;
  const until = asOf === undefined ? "9" : endOfDay(asOf);
  const sql = "SELECT id FROM release WHERE id = @id AND published_at <= @until";
  return (await db.one(sql, { id: Number(code), until })) !== undefined;
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
