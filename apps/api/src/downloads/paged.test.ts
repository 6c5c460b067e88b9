import type { Observation } from "@moc2030/shared/schema/observation";
import { expect, test } from "vitest";
import { testApp } from "../app.fixture.ts";
import { SORT_FIELDS } from "./paged.ts";

const { get, json } = await testApp();

type Item = Observation & { indicatorName: string; refAreaName: string };
type Answer = { total: number; compilers: string[]; items: Item[] };
const SOME = "/observations?indicator=EGDI_RANK,GII_RANK,GII_SCORE,DIGITAL_ECONOMY_GDP&area=ASEAN,KOR,JPN&labels=both";
const page = async (query: string, base = SOME) => (await json(`${base}&${query}`)) as Answer;
const everything = async () => (await json(SOME)) as Answer;

test("pages put one after the other are the whole answer, with its count and its makers", async () => {
  const { items } = await everything();
  const sizes = [0, 100, 200, 300, 400, 500].map((offset) => page(`limit=100&offset=${offset}`));
  const pages = await Promise.all(sizes);
  expect(items.length).toBeGreaterThan(300);
  expect(pages.flatMap((one) => one.items)).toEqual(items.slice(0, 600));
  for (const { total, compilers } of pages) {
    expect(total).toBe(items.length);
    expect(compilers).toEqual([...new Set(items.map((one) => one.compiler))].sort());
  }
});

test.each([
  "history=true&labels=both",
  "from=2019&to=2022&compiler=WIPO",
  "include=target&area=VNM",
  "asOf=2024-12-31&lang=en",
])("a page of %s has the same rows as the answer without pages", async (filter) => {
  const whole = (await json(`/observations?${filter}`)) as Answer & { referenceDate?: string };
  const { total, compilers, ...rest } = (await json(`/observations?${filter}&limit=1000`)) as typeof whole;
  expect(rest).toEqual({ ...whole, items: whole.items.slice(0, 1000) });
  expect(total).toBe(whole.items.length);
});

/** What a field is sorted by: a number, or a text in the alphabet of Vietnamese. */
async function keysOf(): Promise<Record<(typeof SORT_FIELDS)[number], (o: Item) => string | number | null>> {
  const { items } = (await json("/compilers")) as { items: { code: string; name: string }[] };
  const makers = new Map(items.map(({ code, name }) => [code, name]));
  return {
    indicator: (o) => o.indicatorName,
    refArea: (o) => o.refAreaName,
    timePeriod: (o) => o.timePeriod,
    value: (o) => o.value,
    obsStatus: (o) => o.obsStatus.join(";") + o.confidence,
    compiler: (o) => makers.get(o.compiler) ?? null,
    published: (o) => o.published,
    release: (o) => o.release,
  };
}

test.each(SORT_FIELDS.flatMap((field) => [field, `-${field}`]))(
  "sorted by %s, nothing last, equals as they were",
  async (sort) => {
    const field = SORT_FIELDS.find((one) => sort.endsWith(one)) as (typeof SORT_FIELDS)[number];
    const key = (await keysOf())[field];
    const sign = sort.startsWith("-") ? -1 : 1;
    const { compare } = new Intl.Collator("vi", { numeric: true });
    const expected = (await everything()).items.toSorted((one, other) => {
      const [a, b] = [key(one), key(other)];
      if (a === null || b === null) return Number(a === null) - Number(b === null);
      return (typeof a === "number" ? a - Number(b) : compare(a, String(b))) * sign;
    });
    const pages = await Promise.all([0, 250].map((offset) => page(`sort=${sort}&limit=250&offset=${offset}`)));
    expect(pages.flatMap(({ items }) => items)).toEqual(expected.slice(0, 500));
  },
);

test("names are sorted as the language of the answer has them", async () => {
  const names = async (lang: string) => {
    const { items } = await page(`sort=refArea&limit=1000&lang=${lang}`, "/observations?labels=both&from=2024");
    return [...new Set(items.map((o) => o.refAreaName))];
  };
  const vietnamese = await names("vi");
  expect(vietnamese.indexOf("Ấn Độ")).toBeLessThan(vietnamese.indexOf("Bỉ"));
  expect(vietnamese).not.toEqual(await names("en"));
});

test("past the end there are no rows, and still the count; before the first release there is nothing", async () => {
  const past = await page("limit=5&offset=99999");
  expect([past.items, past.total]).toEqual([[], (await everything()).items.length]);
  expect(await json("/observations?limit=5&asOf=1990-01-01")).toMatchObject({ release: null, total: 0, items: [] });
});

test.each([
  ["/observations?limit=0", "limit"],
  ["/observations?limit=1001", "limit"],
  ["/observations?limit=ten", "limit"],
  ["/observations?offset=25", "offset"],
  ["/observations?sort=value", "sort"],
  ["/observations?limit=5&offset=-1", "offset"],
  ["/observations?limit=5&sort=colour", "sort"],
  ["/observations.csv?limit=5", "limit"],
])("%s is refused by the name of its parameter", async (address, parameter) => {
  const answer = await get(address);
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ errors: [{ parameter }] });
});

test("where a file is asked for by its media type, a page of it is refused", async () => {
  const answer = await get("/observations?limit=5", { accept: "text/csv" });
  expect([answer.status, ((await answer.json()) as { detail: string }).detail]).toEqual([
    422,
    "limit: expected with JSON alone; other formats have every row",
  ]);
});

test("other requests get their turn while a long page is made", async () => {
  let turns = 0;
  let isDone = false;
  const count = () => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  const { items } = (await json("/observations?limit=500&labels=both&sort=refArea")) as Answer;
  isDone = true;
  expect(items).toHaveLength(500);
  expect(turns).toBeGreaterThanOrEqual(19);
});
