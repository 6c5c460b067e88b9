import fc from "fast-check";
import { expect, test } from "vitest";
import { foldedLine, icsText, textValue } from "./ics.ts";

const text = fc.string({ unit: "grapheme", maxLength: 400 });
/** As RFC 5545 says to read a line, and a text. */
const unfolded = (lines: string) => lines.replaceAll("\r\n ", "");
const read = (value: string) =>
  value.replace(/\\([\\;,nN])/g, (_, one: string) => (one.toLowerCase() === "n" ? "\n" : one));

test("a folded line is the line again, in pieces of at most 75 octets that are whole UTF-8", () =>
  fc.assert(
    fc.property(
      text.map((t) => t.replace(/[\r\n]/g, "")).filter((t) => !t.startsWith(" ")),
      (line) => {
        const pieces = foldedLine(line).split("\r\n");
        for (const piece of pieces) {
          expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(75);
          expect(Buffer.from(piece).toString()).toBe(piece);
        }
        expect(unfolded(pieces.join("\r\n"))).toBe(line);
      },
    ),
  ));

test("a line of exactly 75 octets stands whole, one more is folded, Vietnamese between its letters", () => {
  expect(foldedLine("a".repeat(75))).toBe("a".repeat(75));
  expect(foldedLine("a".repeat(76))).toBe(`${"a".repeat(75)}\r\n a`);
  expect(foldedLine(`${"a".repeat(74)}ế`)).toBe(`${"a".repeat(74)}\r\n ế`);
});

test("a text is read as it was, and never ends its line", () =>
  fc.assert(
    fc.property(text, (one) => {
      expect(textValue(one)).not.toMatch(/[\r\n]/);
      expect(read(textValue(one))).toBe(one.replace(/\r\n?/g, "\n"));
    }),
  ));

test("commas, semicolons, backslashes and line ends are escaped; every line ends with CRLF", () => {
  expect(textValue("a, b; c\\d\ne")).toBe("a\\, b\\; c\\\\d\\ne");
  const calendar = icsText("Lịch", "vi", [
    {
      ...{ uid: "urn:x", day: "2026-09-29", summary: "GII 2026, WIPO", description: "Một\nHai", url: null },
      ...{ sequence: 7, stamp: "2026-01-31T17:00:00.000Z" },
    },
  ]);
  expect(calendar.split("\r\n")).toEqual([
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Moc 2030//Calendar//VI", "CALSCALE:GREGORIAN"],
    ...["NAME:Lịch", "X-WR-CALNAME:Lịch", "REFRESH-INTERVAL;VALUE=DURATION:P1D", "BEGIN:VEVENT", "UID:urn:x"],
    ...["DTSTAMP:20260131T170000Z", "SEQUENCE:7", "DTSTART;VALUE=DATE:20260929"],
    ...["SUMMARY;LANGUAGE=vi:GII 2026\\, WIPO", "DESCRIPTION;LANGUAGE=vi:Một\\nHai", "TRANSP:TRANSPARENT"],
    ...["END:VEVENT", "END:VCALENDAR", ""],
  ]);
});
