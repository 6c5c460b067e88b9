import { readKey } from "@moc2030/shared/read-key";
import type { Db } from "./db/open.ts";
import { unknownCodes } from "./definitions/queries.ts";

type Page = { path: RegExp; reads: (match: string[], indicator: string | null, isPlain: boolean) => string[] };

/** Every page, and what it reads first. A page that asks for more than this says so in e2e/first-view.test.ts. */
const pages: Page[] = [
  {
    path: /^\/$/,
    reads: () => [
      ...["/indicators", "/assessments", "/targets", "/observations?area=VNM", "/bodies"],
      ...["/releases?limit=5", "/compilers"],
    ],
  },
  { path: /^\/indicators$/, reads: () => ["/indicators", "/assessments"] },
  {
    path: /^\/indicators\/([A-Z0-9_]+)$/,
    reads: ([, code]) => [
      `/indicators/${code}`,
      `/observations?area=VNM&history=true&indicator=${code}`,
      `/observations?area=ASEAN&indicator=${code}&labels=both`,
    ],
  },
  {
    // Without a selection the figures of Viet Nam; a selection can be all there is, too much for a document.
    path: /^\/data$/,
    reads: (_match, _indicator, isPlain) => [
      ...["/indicators", "/areas", "/compilers"],
      ...(isPlain ? ["/observations?area=VNM"] : []),
    ],
  },
  {
    // One indicator's figures of ASEAN, whatever else the address asks for: the document stays small.
    path: /^\/compare$/,
    reads: (_, indicator) => ["/indicators", "/areas", `/observations?area=ASEAN&indicator=${indicator ?? "GII_RANK"}`],
  },
  {
    path: /^\/strategy$/,
    reads: () => [
      ...["/documents", "/orientations", "/targets", "/indicators"],
      ...["/assessments", "/commitments", "/milestones", "/sources"],
    ],
  },
];

/** The addresses that a page reads first, in the language and as of the day of its own address; null where there is no such page. */
export async function firstReads(db: Db, url: URL): Promise<string[] | null> {
  for (const { path, reads } of pages) {
    const match = path.exec(url.pathname);
    if (!match) continue;
    if (match[1] && (await unknownCodes(db, "indicator", [match[1]])).length > 0) return null;
    const asked = url.searchParams.get("indicator");
    const isKnown = asked !== null && (await unknownCodes(db, "indicator", [asked])).length === 0;
    const isPlain = [...url.searchParams.keys()].every((name) => name === "lang" || name === "asOf");
    return reads([...match], isKnown ? asked : null, isPlain).map((read) => {
      const address = new URL(`/api/v1${read}`, url);
      address.searchParams.set("lang", url.searchParams.get("lang") === "en" ? "en" : "vi");
      const asOf = url.searchParams.get("asOf");
      if (asOf) address.searchParams.set("asOf", asOf);
      return readKey(address.href);
    });
  }
  return null;
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
