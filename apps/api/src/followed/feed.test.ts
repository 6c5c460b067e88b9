import { describe, expect, test } from "vitest";
import { correction, state } from "../submissions/statements/statements.fixture.ts";
import { type Json, read, team } from "../submissions/team.fixture.ts";

const t = await team();
await t.review(t.hoa, await t.submit(t.lan, await state(t, correction)), { approve: "all" });

const feed = async (query: string) => (await t.get(`/feed.atom${query}`)).text();
const idsIn = (text: string) => [...text.matchAll(/<entry><id>([^<]*)/g)].map(([, id]) => id as string);
const releasesIn = (text: string) =>
  idsIn(text).flatMap((id) => (id.startsWith("urn:moc2030:release:") ? [Number(id.split(":").at(-1))] : []));
const one = (text: string, form: RegExp) => form.exec(text)?.[1];
type Entry = { id: number; indicators: string[] };
const ledger: Entry[] = (await read(t.get("/releases"))).items;
const about = (...codes: string[]) =>
  ledger.filter(({ indicators }) => codes.some((code) => indicators.includes(code))).map(({ id }) => id);

describe("the feed of one indicator", async () => {
  const gii = await feed("?indicator=GII_RANK&lang=en");
  test("has the releases that changed it, and no others, under the ids of the feed of all", async () => {
    expect(releasesIn(gii)).toEqual(about("GII_RANK"));
    expect(releasesIn(gii).length).toBeLessThan(ledger.length);
    const all = idsIn(await feed(""));
    expect(idsIn(gii).filter((id) => all.includes(id)).length).toBeGreaterThan(1);
  });
  test("has more of them than the newest fifty releases hold", async () => {
    const oldest = about("EGDI_RANK").at(-1);
    expect(releasesIn(await feed(""))).not.toContain(oldest);
    expect(releasesIn(await feed("?indicator=EGDI_RANK"))).toContain(oldest);
  });
  test("says whose it is, has an id of its own, and leads to its page", () => {
    expect(one(gii, /<title>([^<]*)/)).toBe("Mốc 2030: GII rank: releases and corrections");
    expect(one(gii, /<id>([^<]*)/)).toBe("urn:moc2030:feed:en:indicator:GII_RANK");
    expect(one(gii, /rel="self" href="([^"]*)/)).toBe("/api/v1/feed.atom?indicator=GII_RANK&amp;lang=en");
    expect(one(gii, /rel="alternate" type="text\/html" href="([^"]*)/)).toBe("/indicators/GII_RANK?lang=en");
  });
  test("has the corrections that concern it, marked, and none of another indicator", async () => {
    const id = `urn:moc2030:correction:${correction.subject}`;
    const marked = gii.split("<entry>").filter((entry) => entry.includes("<category"));
    expect(marked.map((entry) => one(entry, /<id>([^<]*)/))).toEqual([id]);
    expect(marked[0]).toContain('<category term="correction" label="Correction"/>');
    expect(await feed("?indicator=EGDI_RANK")).not.toContain("urn:moc2030:correction");
  });
});

describe("the feed of one body", () => {
  test("has what changed the indicators that concern it now", async () => {
    const { given, sourced, related } = await read(t.get("/bodies/MOST"));
    const codes = [...given, ...sourced, ...related].map(({ indicator }): string => indicator);
    const text = await feed("?body=MOST");
    expect(releasesIn(text)).toEqual(about(...codes).slice(0, 50));
    expect(one(text, /rel="alternate" type="text\/html" href="([^"]*)/)).toBe("/bodies/MOST");
    expect(text).toContain("urn:moc2030:correction");
  });
  test("is empty before the body existed, and where nothing concerns it", async () => {
    expect(idsIn(await feed("?body=MOST&asOf=1990-01-01"))).toEqual([]);
    const bodies: Json[] = (await read(t.get("/bodies"))).items;
    for (const { id } of bodies) {
      const { given, sourced, related } = await read(t.get(`/bodies/${id}`));
      if (given.length + sourced.length + related.length === 0)
        expect([id, idsIn(await feed(`?body=${id}`))]).toEqual([id, []]);
    }
  });
});

test.each([
  ["indicator=NO_SUCH", "indicator", "unknown indicator NO_SUCH"],
  ["indicator=GII_RANK,EGDI_RANK", "indicator", "unknown indicator GII_RANK,EGDI_RANK"],
  ["body=NO_SUCH", "body", "unknown body NO_SUCH"],
  ["indicator=GII_RANK&body=MOST", "body", "expected either indicator or body, not both"],
])("refuses ?%s by name", async (query, parameter, detail) => {
  for (const file of ["feed.atom", "calendar.ics"]) {
    const answer = await t.get(`/${file}?${query}`);
    expect(answer.status).toBe(422);
    expect((await answer.json()).errors).toEqual([{ parameter, detail }]);
  }
});
