import { anIndicator, aTarget } from "@moc2030/shared/schema/definitions.fixture";
import { expect, test } from "vitest";
import { testApp } from "../app.fixture.ts";
import { builtDb } from "../seed/data.fixture.ts";

const both = (text: string) => ({ vi: text, en: text });
const document = {
  id: "D1",
  number: "1/QĐ-TTg",
  title: both("Một chiến lược"),
  issuer: both("Thủ tướng"),
  issued: "2024-01-01",
  url: null,
  source: "S",
  strategy: false,
  signedTextRead: false,
  implements: null,
  objective: null,
  note: null,
  checkedOn: "2026-11-26",
  found: both("Chưa thấy văn bản bãi bỏ"),
};
const define = { document: [document], indicator: [anIndicator()], target: [aTarget({ document: "D1" })] };
const { json } = await testApp({
  db: await builtDb({ at: "2024-01-01", define }),
  now: () => new Date("2026-12-01T00:00:00Z"),
});

test.each(["/documents", "/indicators/GII_RANK"])(
  "%s says from the day of the check on what was found, and not before",
  async (path) => {
    const seen = async (asOf: string) => {
      const { items, documents } = await json(`${path}?asOf=${asOf}`);
      const { checkedOn, found, number } = (items ?? documents).find((one: { id: string }) => one.id === "D1");
      return [number, checkedOn, found];
    };
    expect(await seen("2026-11-25")).toEqual([document.number, undefined, undefined]);
    expect(await seen("2026-11-26")).toEqual([document.number, "2026-11-26", document.found.vi]);
  },
);
