// @vitest-environment node
import { expect, test } from "vitest";
import { parseSearch, parseView } from "../../address/search.ts";
import { notUnderstood } from "../../document/not-understood.ts";
import { parseData } from "./search.ts";

const inData = (search: string) => {
  const asked = parseSearch(search);
  return notUnderstood(asked, { ...parseView(asked), ...parseData(asked) });
};

test.each([
  ["?asOf=2024-02-30", [{ name: "asOf", text: "2024-02-30" }]],
  ["?asOf=hôm qua&lang=en", [{ name: "asOf", text: "hôm qua" }]],
  ["?indicator=EGDI RANK", [{ name: "indicator", text: "EGDI RANK" }]],
  ["?indicator=EGDI_RANK,<b>,GII_RANK", [{ name: "indicator", text: "<b>" }]],
  ["?from=abc&to=2020", [{ name: "from", text: "abc" }]],
  ["?area=Việt Nam", [{ name: "area", text: "Việt Nam" }]],
  [
    "?sort=foo&page=-1",
    [
      { name: "sort", text: "foo" },
      { name: "page", text: "-1" },
    ],
  ],
  ["?colour=red", [{ name: "colour", text: "red" }]],
  ["?colour\u202e=a\u2067b\u0000", [{ name: "colour", text: "ab" }]],
  [`?colour=${"😀".repeat(30)}a`, [{ name: "colour", text: `${"😀".repeat(20)}…` }]],
  [`?colour=a${"😀".repeat(30)}`, [{ name: "colour", text: `a${"😀".repeat(19)}…` }]],
  [`?compiler=${"x".repeat(5000)}`, [{ name: "compiler", text: `${"x".repeat(40)}…` }]],
])("of %s the page says what it could make nothing of", (search, expected) => expect(inData(search)).toEqual(expected));

test.each([
  ...["", "?", "?asOf=30/06/2024", "?asOf=2024-06-30", "?indicator=egdi_rank&area=vnm,asean", "?area=ALL,VNM"],
  ...["?from=2024&to=2015", "?indicator=EGDI_RANK,EGDI_RANK,", "?sort=-value&page=1&lang=vi&fbclid=x", "?asOf="],
])("%s is understood", (search) => expect(inData(search)).toEqual([]));

test("small letters are the code's", () => {
  expect(parseData(parseSearch("?indicator=egdi_rank&area=vnm&compiler=undesa"))).toEqual({
    indicator: ["EGDI_RANK"],
    area: ["VNM"],
    compiler: ["UNDESA"],
  });
});
