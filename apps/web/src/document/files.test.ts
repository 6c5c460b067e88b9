import { expect, test } from "vitest";
import { filterOf } from "../pages/data/search.ts";
import { fileAddress, fileFormats, programLines } from "./files.ts";

test("a selection is the API's filter: Viet Nam unless asked, every economy without an area", () => {
  expect(filterOf({})).toEqual({ area: "VNM" });
  expect(
    filterOf({ area: ["ALL"], indicator: ["GII_RANK", "EGDI_RANK"], from: 2020, to: 2024, history: "true" }),
  ).toEqual({
    indicator: "GII_RANK,EGDI_RANK",
    from: "2020",
    to: "2024",
    history: "true",
  });
});

test("a file's address names its release, or its day, never both", () => {
  const filter = { indicator: "GII_RANK", area: "ASEAN" };
  expect(fileAddress("xlsx", { filter, lang: "vi", release: 62 })).toBe(
    "/api/v1/observations.xlsx?indicator=GII_RANK&area=ASEAN&release=62",
  );
  expect(fileAddress("sdmx.csv", { filter, lang: "en", asOf: "2024-12-31", release: 40 })).toBe(
    "/api/v1/observations.sdmx.csv?indicator=GII_RANK&area=ASEAN&lang=en&asOf=2024-12-31",
  );
  expect(fileAddress("zip", { filter: {}, lang: "vi" })).toBe("/api/v1/observations.zip");
});

test("only the CSV of the button has a byte order mark", () => {
  const query = { filter: {}, lang: "vi", release: 1 } as const;
  expect(fileAddress("csv", query, true)).toContain("bom=true");
  expect(fileAddress("csv", query)).not.toContain("bom");
  expect(fileAddress("xlsx", query, true)).not.toContain("bom");
});

test("Excel comes first on Vietnamese pages, CSV beside it", () => {
  expect(fileFormats.vi.slice(0, 2)).toEqual(["xlsx", "csv"]);
});

test("every program's lines hold the address whole", () => {
  const csv = "https://example.org/api/v1/observations.csv?area=VNM,SGP&release=62";
  for (const { lines } of programLines(csv, "moc2030_r62")) expect(lines).toContain(`"${csv}"`);
});
