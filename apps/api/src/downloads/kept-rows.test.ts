import { expect, test } from "vitest";
import { HEAD, testApp } from "../app.fixture.ts";
import { addIndicators } from "../seed/more-indicators.fixture.ts";

const FILES = [".json?", ".csv?", ".csv?locale=vi&", ".sdmx.csv?"];
const YEARS = ["", "&from=2020", "&to=2016", "&from=2012&to=2018", "&from=2024&to=2024", "&from=1900&to=1901"];

/** The same rows as kept and, with a filter that kept rows do not serve, as made anew. */
async function both({ get }: Awaited<ReturnType<typeof testApp>>, file: string, query: string) {
  const textOf = async (filter: string) => (await get(`/observations${file}${filter}&${query}`)).text();
  return { kept: await textOf("indicator=EGDI_RANK"), made: await textOf("indicator=EGDI_RANK&compiler=UNDESA") };
}

test("the kept text of an indicator's rows is that made anew: any years, language, format and release", async () => {
  const server = await testApp();
  for (const file of FILES)
    for (const lang of ["vi", "en"])
      for (const release of [1, 12, HEAD])
        for (const years of YEARS) {
          const { kept, made } = await both(server, file, `lang=${lang}&release=${release}${years}`);
          expect(kept).toBe(made);
        }
});

test("a release that changes a figure is in it, and those before stay as they were", async () => {
  const server = await testApp();
  const then = await both(server, ".csv?", `release=${HEAD}`);
  const { kept: before } = await both(server, ".csv?", "lang=vi");
  await server.db.run(
    "INSERT INTO release SELECT id + 1, published_at, 'seed_change', '-', '-', NULL, NULL, NULL FROM release ORDER BY id DESC LIMIT 1",
  );
  await server.db.run(
    `INSERT INTO observation_revision (indicator, compiler, ref_area, time_period, release_id, obs_value, value, obs_status, confidence, source)
     SELECT indicator, compiler, ref_area, time_period, ${HEAD + 1}, '7', 7.0, obs_status, confidence, source
     FROM observation_revision WHERE indicator = 'EGDI_RANK' AND ref_area = 'VNM' ORDER BY time_period DESC LIMIT 1`,
  );
  const now = await both(server, ".csv?", "lang=vi");
  expect(now.kept).toBe(now.made);
  expect(now.kept).not.toBe(before);
  expect(await both(server, ".csv?", `release=${HEAD}&`)).toEqual(then);
});

test("of more rows than are kept the answer is the same", async () => {
  const { db, get } = await testApp();
  await addIndicators(db, { indicators: 1, areas: 193, years: 30 });
  const linesOf = async (query: string) =>
    (await (await get(`/observations.csv?indicator=CONTEXT_001${query}`)).text()).split("\r\n");
  const whole = await linesOf("");
  expect(whole).toHaveLength(193 * 30 + 2);
  expect(await linesOf("&compiler=MIC")).toEqual(whole);
  expect(await linesOf("&from=2024")).toHaveLength(193 * 2 + 2);
});
