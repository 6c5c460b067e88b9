import { anIndicator } from "@moc2030/shared/schema/definitions.fixture";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { testApp } from "../app.fixture.ts";
import { aFigure, builtDb } from "../seed/data.fixture.ts";

/** Comments with everything that could break a line or a cell. */
const comments = ["hai dòng:\nmột hai", "một\r\nhai", "chỉ\rmột", 'nói "bốn"', "a; b", "a, b", "thường", null];
const db = await builtDb({
  at: "2026-01-01",
  define: { indicator: [anIndicator()] },
  figures: comments.map((text, i) =>
    aFigure(2010 + i, String(50 + i), {
      obsComVi: text,
      obsComEn: text,
      edition: text,
      obsStatus: i % 2 ? "P;B" : "A",
    }),
  ),
});
const { get, json } = await testApp({ db });
const text = async (path: string) => (await get(path)).text();

describe("a comment with line breaks or separators", () => {
  test.each([
    ["csv", "", ","],
    ["csv", "?locale=vi", ";"],
    ["csv", "?labels=both", ","],
    ["csv", "?include=target", ","],
  ])("comes out of the .%s%s file as it went in", async (suffix, query, delimiter) => {
    const rows = parse(await text(`/observations.${suffix}${query}`), {
      columns: true,
      bom: true,
      delimiter,
    }) as Record<string, string>[];
    expect(rows.map((row) => row.OBS_COM || null)).toEqual(comments);
    expect(rows.map((row) => row.EDITION || null)).toEqual(comments);
    expect(rows.map((row) => row.TIME_PERIOD)).toEqual(comments.map((_, i) => String(2010 + i)));
  });
  test("is quoted, as strict readers require", async () => {
    const file = await text("/observations.csv");
    for (const quoted of ['"hai dòng:\nmột hai"', '"một\r\nhai"', '"chỉ\rmột"', '"nói ""bốn"""'])
      expect(file.split(quoted)).toHaveLength(3);
  });
  test("does not break JSON", async () => {
    const { items } = await json("/observations");
    expect(items.map((o: { obsCom: string | null }) => o.obsCom)).toEqual(comments);
  });
  test("a cell is quoted only where necessary", async () => {
    const [, ...lines] = (await text("/observations.csv")).split("\r\n");
    expect(lines.at(-2)).toMatch(/,2017,57,.*,1,,$/);
    expect(lines.at(-3)).toMatch(/,S,thường,,1,thường,$/);
    expect((await text("/observations.csv?locale=vi")).split("\r\n").at(-4)).toMatch(/;S;a, b;;1;a, b;$/);
  });
});

test("codes are one cell, joined by semicolons, and quoted where the semicolon is the delimiter", async () => {
  expect(await text("/observations.csv?from=2011&to=2011")).toContain(",P;B,sourced,");
  expect(await text("/observations.csv?from=2011&to=2011&locale=vi")).toContain(';"P;B";sourced;');
});
