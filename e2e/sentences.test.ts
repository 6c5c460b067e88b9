import { describe, expect, test } from "vitest";
import { origin } from "./browser.ts";

/** What a page wrote, beside the figures it was written from. Nothing here uses the code that writes. */
type Figure = {
  timePeriod: number;
  value: number | null;
  decimals: number;
  rankPool: number | null;
  compiler: string;
  confidence: string;
};
type Assessed = {
  class: string;
  targetYear: number;
  targetValue: number | null;
  provisional: boolean;
  base: { value: number } | null;
  latest: { value: number } | null;
  last: { value: number; timePeriod: number } | null;
  pace: { soFarPerYear: number | null; neededPerYear: number | null } | null;
  average: { toDate: number | null; needed: number | null } | null;
};
type Outlook = { record: { needed: number; best: { perYear: number } | null } | null };
type Item = {
  code: string;
  compiler: string;
  valueKind: string;
  targets: string[];
  role: string;
  readings?: { value: number }[];
};

const get = async (path: string) => (await fetch(`${origin()}${path}`)).text();
const json = async (path: string) => JSON.parse(await get(`/api/v1${path}`));
const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, "")
    .replaceAll("&amp;", "&")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&#x27;", "'");

/** The numbers of a text, with points for decimals: what is part of a word (Q4, 5G) is none. */
const numbersIn = (text: string, lang: string): string[] =>
  [...text.matchAll(/(?<![\p{L}\d.,])\d+(?:[.,]\d+)?(?!\p{L})/gu)].map(([found]) =>
    lang === "vi" ? found.replace(",", ".") : found,
  );

/** Every number that a summary may say: figures as published, years, pools, and what the assessment works out of them. */
function allowed(figures: Figure[], assessed: Assessed[], targetYears: number[], kind: string) {
  const known = figures.filter((f) => f.value !== null);
  const numbers = new Set<string>();
  const say = (value: number | null | undefined, ...decimals: number[]) => {
    if (value == null) return;
    for (const d of decimals) numbers.add(Math.abs(value).toFixed(d));
    numbers.add(String(Math.abs(value)));
  };
  for (const f of known) {
    numbers.add((f.value as number).toFixed(f.decimals));
    for (const n of [f.timePeriod, f.rankPool]) if (n !== null) numbers.add(String(n));
  }
  for (const year of targetYears) numbers.add(String(year));
  for (const a of assessed) {
    for (const n of [a.targetYear, a.targetValue, a.last?.value, a.last?.timePeriod]) say(n, 0);
    say(a.pace?.neededPerYear, 1, 2, 4);
    say(a.pace?.soFarPerYear, 1, 2, 4);
    say(a.average?.toDate, 2);
    say(a.average?.needed, 2);
    if (a.latest && a.targetValue !== null) say(a.latest.value - a.targetValue, 0);
    const times = Math.abs((a.pace?.neededPerYear ?? 0) / (a.pace?.soFarPerYear ?? 1));
    say(times, 0, 1);
  }
  // Places gained or lost between the first and the last figure told, and a pace where nothing was assessed.
  const digits = kind === "index" ? 4 : kind === "rank" || kind === "count" ? 1 : 2;
  for (const [i, a] of known.entries())
    for (const b of known.slice(i + 1)) {
      if (kind === "rank") say((a.value as number) - (b.value as number), 0);
      else say(((b.value as number) - (a.value as number)) / (b.timePeriod - a.timePeriod), digits);
    }
  return numbers;
}

describe.each(["vi", "en"])("in %s", async (lang) => {
  const { items } = (await json("/indicators")) as { items: Item[] };
  test.each(items.map((item) => [item.code, item] as const))(
    "the summary of %s says no number that its figures do not hold, and the newest one",
    async (code, item) => {
      const html = await get(`/indicators/${code}?lang=${lang}`);
      const found = /<p id="chart-summary"[^>]*>([\s\S]*?)<\/p>/.exec(html)?.[1];
      const detail = await json(`/indicators/${code}?lang=${lang}`);
      const all = (await json(`/observations?indicator=${code}&area=VNM`)).items as Figure[];
      const own = all.filter((f) => f.compiler === item.compiler && f.confidence !== "unverified");
      if (!found) return expect(all).toEqual([]);
      const told = plain(found);
      const years = detail.targets.flatMap((t: { year: number; window: { from: number; to: number } | null }) => [
        t.year,
        ...(t.window ? [t.window.from, t.window.to] : []),
      ]);
      const may = allowed(own, detail.assessments, years, item.valueKind);
      for (const { value } of item.readings ?? []) may.add(String(value));
      const numbers = numbersIn(told, lang);
      expect(numbers.filter((n) => !may.has(n))).toEqual([]);
      const newest = own.filter((f) => f.value !== null).at(-1);
      if (newest) {
        expect(numbers).toContain((newest.value as number).toFixed(newest.decimals));
        expect(numbers).toContain(String(newest.timePeriod));
      }
    },
  );

  test("the overview names every headline target, and says no number of one that the API does not give", async () => {
    const html = await get(`/?lang=${lang}`);
    const sentence = plain(/<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? "");
    const assessed = (await json("/assessments")).items as (Assessed & { targetId: string; outlook: Outlook | null })[];
    const headline = (await json(`/indicators?lang=${lang}`)).items.filter((i: Item) => i.role === "headline");
    expect(numbersIn(sentence, lang)[0]).toBe(String(headline.length));
    for (const item of headline) expect(sentence).toContain(item.topic);

    const rows = [...html.matchAll(/<tr role="row" data-target="([^"]+)">([\s\S]*?)<\/tr>/g)];
    const withRecord = rows.filter(([, id, row = ""]) => {
      const record = assessed.find((a) => a.targetId === id)?.outlook?.record;
      if (!record?.best) return false;
      const numbers = numbersIn(plain(row.replaceAll("</", " </")), lang);
      const written = [record.needed, record.best.perYear].flatMap((n) => [
        n.toFixed(2),
        String(Math.round(n * 10) / 10),
      ]);
      expect(numbers.filter((n) => written.includes(n)).length).toBeGreaterThan(1);
      return true;
    });
    expect(withRecord.length).toBeGreaterThan(2);
  });
});
