import { readNumber } from "@moc2030/shared/figure/number-text";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { seedObservation } from "../seed/observation.ts";
import { read, team } from "./team.fixture.ts";

const INDICATOR = "LABOUR_PRODUCTIVITY_GROWTH";
/** Numbers in the indicator's range, −20 to 20, with up to the maximum number of decimals. */
const number = fc
  .tuple(fc.boolean(), fc.integer({ min: 0, max: 19 }), fc.option(fc.stringMatching(/^\d{1,9}$/), { nil: null }))
  .map(([below, whole, rest]) => `${below ? "-" : ""}${whole}${rest === null ? "" : `.${rest}`}`)
  .filter((text) => !text.startsWith("-") || /[1-9]/.test(text));
/** The same number in other valid notations. */
const written = (text: string, way: number) => {
  const vietnamese = text.replace(".", ",");
  return [vietnamese, ` ${vietnamese}\u00a0`, vietnamese.replace("-", "−"), `\u200b${vietnamese}\u2060`][
    way % 4
  ] as string;
};

test("every format returns the number that was entered, by form, API or table", async () => {
  const t = await team();
  const texts = fc.sample(fc.tuple(number, fc.nat(3)), { numRuns: 45, seed: 12 });
  const expected = new Map(texts.map(([text], index) => [1900 + index, Number(text)]));
  const common = {
    indicator: INDICATOR,
    refArea: "VNM",
    obsStatus: ["A"],
    source: "DE-NSO-2601",
    confirmation: "Đã đối chiếu",
  };
  const { indicator } = await t.json(`/indicators/${INDICATOR}`);

  // By API and by form, which parses numbers before sending; the seed accepts the same texts.
  const items = texts.slice(0, 30).map(([text, way], index) => {
    const typed = readNumber(written(text, way), "vi");
    const value = index % 2 === 0 ? text : typed.ok ? typed.text : null;
    const row = {
      COMPILER: "NSO",
      REF_AREA: "VNM",
      TIME_PERIOD: "2020",
      OBS_VALUE: value,
      OBS_STATUS: "A",
      CONFIDENCE: "sourced",
      SOURCE: "S",
      VALUE_LIMIT: null,
      RANK_POOL: null,
      EDITION: null,
      PUBLISHED: null,
      OBS_COM_VI: null,
      OBS_COM_EN: null,
    };
    expect(seedObservation.parse(row).OBS_VALUE).toBe(value);
    return { ...common, compiler: indicator.compiler, timePeriod: 1900 + index, value };
  });
  const draft = await t.draft(t.lan, ...items);
  // By table import.
  const table = texts
    .slice(30)
    .map(([text, way], index) => `${1930 + index}\t${written(text, way)}`)
    .join("\n");
  const query = new URLSearchParams({
    mapping: "TIME_PERIOD:0,OBS_VALUE:1",
    indicator: INDICATOR,
    source: "DE-NSO-2601",
    confirmation: "Đã đối chiếu",
  });
  const imported = await t.lan.post(`/submissions/${draft.id}/import?${query}`, table, {
    ...t.at(draft.version),
    "content-type": "text/plain",
  });
  expect([imported.status, (await read(imported.clone())).added]).toEqual([200, 15]);
  const whole = await read(t.lan.get(`/submissions/${draft.id}`));
  const done = await read(t.review(t.hoa, await t.submit(t.lan, whole), { approve: "all" }));
  expect(done.state).toBe("approved");

  const asked = `indicator=${INDICATOR}&area=VNM&to=1944`;
  const bytes = async (path: string) => new Uint8Array(await (await t.get(path)).arrayBuffer());
  const csv = (text: string, delimiter = ",") =>
    parse(text, { columns: true, delimiter, bom: true }) as Record<string, string>[];
  const byYear = (rows: Record<string, string>[], mark = ".") =>
    new Map(rows.map((row) => [Number(row.TIME_PERIOD), Number(row.OBS_VALUE?.replace(mark, "."))]));
  const json = async (path: string, list: string) =>
    new Map(
      (
        (await t.json(path))[list] as {
          timePeriod: number;
          value: number;
          new?: { timePeriod: number; value: number };
        }[]
      ).map((o) => [(o.new ?? o).timePeriod, (o.new ?? o).value]),
    );

  expect(await json(`/observations?${asked}`, "items")).toEqual(expected);
  expect(await json(`/releases/${done.release}`, "observations")).toEqual(expected);
  expect(byYear(csv(strFromU8(await bytes(`/observations.csv?${asked}`))))).toEqual(expected);
  expect(byYear(csv(strFromU8(await bytes(`/observations.csv?${asked}&locale=vi&bom=true`)), ";"), ",")).toEqual(
    expected,
  );
  expect(byYear(csv(strFromU8(await bytes(`/observations.sdmx.csv?${asked}`))))).toEqual(expected);
  const zip = unzipSync(await bytes(`/observations.zip?${asked}`));
  const inZip = zip["data.csv"] as Uint8Array;
  expect(byYear(csv(strFromU8(inZip)))).toEqual(expected);
  const sheet = strFromU8(
    unzipSync(await bytes(`/observations.xlsx?${asked}`))["xl/worksheets/sheet2.xml"] as Uint8Array,
  );
  // Column E holds the year, F the number.
  const cells = [...sheet.matchAll(/<c r="E\d+"[^>]*><v>(\d{4})<\/v><\/c><c r="F\d+"[^>]*><v>([^<]+)<\/v>/g)];
  expect(new Map(cells.map(([, year, value]) => [Number(year), Number(value)]))).toEqual(expected);
  const figure = await read(t.lan.get(`/entry/figure?indicator=${INDICATOR}&year=1900`));
  expect(Number(figure.current.value)).toBe(expected.get(1900));
});
