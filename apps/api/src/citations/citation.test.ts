import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testApp } from "../app.fixture.ts";
import { type Citation, citationFormats, texText } from "./citation.ts";

const one: Citation = {
  ...{ lang: "vi", key: "EGDI_RANK", author: "Cục A & B_1", title: "Hạng {EGDI}, 100% \\ ~^#$" },
  ...{ release: 62, day: "2026-11-20", compilers: ["UNDESA", "Cục Thống kê"] },
  url: "https://moc2030.example/indicators/EGDI_RANK?asOf=2026-11-20",
};

describe("a citation as text", () => {
  test("has author, year, title, release with day, whose figures they are, and the address", () => {
    expect(citationFormats.txt.write({ ...one, author: "Mốc 2030", title: "Thứ hạng" })).toBe(
      "Mốc 2030 (2026). Thứ hạng, đợt cập nhật số 62, ngày 20/11/2026. Số liệu gốc: UNDESA và Cục Thống kê. https://moc2030.example/indicators/EGDI_RANK?asOf=2026-11-20\n",
    );
  });
  test("of an author with a name of its own says where it stands; before the first release, that there was none", () => {
    expect(citationFormats.txt.write({ ...one, lang: "en", title: "Rank", release: null, compilers: [] })).toBe(
      "Cục A & B_1 (2026). Rank. Mốc 2030, no release by 20 November 2026. https://moc2030.example/indicators/EGDI_RANK?asOf=2026-11-20\n",
    );
  });
});

test("BibTeX escapes what is special to TeX, and takes author and title as they are", () => {
  expect(citationFormats.bib.write(one)).toBe(`@misc{moc2030_EGDI_RANK_r62,
  author = {{Cục A \\& B\\_1}},
  title = {{Hạng \\textbraceleft{}EGDI\\textbraceright{}, 100\\% \\textbackslash{} \\textasciitilde{}\\textasciicircum{}\\#\\$}},
  year = {2026},
  howpublished = {Mốc 2030},
  note = {đợt cập nhật số 62, ngày 20/11/2026. Số liệu gốc: UNDESA và Cục Thống kê},
  url = {https://moc2030.example/indicators/EGDI_RANK?asOf=2026-11-20},
  language = {vietnamese},
}
`);
});

test("whatever a name holds, its braces are balanced and none of its specials stands bare", () =>
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."\\{}~^$&#_%aế ") }), (text) => {
      const tex = texText(text);
      let depth = 0;
      for (const character of tex.replace(/\\[&#_%$]/g, "")) {
        depth += character === "{" ? 1 : character === "}" ? -1 : 0;
        expect(depth).toBeGreaterThanOrEqual(0);
      }
      expect(depth).toBe(0);
      expect(tex.replace(/\\[$&#_%]/g, "")).not.toMatch(/[~^$&#_%]/);
    }),
  ));

test("RIS is one reference of one line a field, which no text can break out of", () => {
  expect(citationFormats.ris.write({ ...one, title: "Một\r\nER  - \nTY  - BOOK" }).split("\r\n")).toEqual([
    ...["TY  - DATA", "ID  - moc2030_EGDI_RANK_r62", "AU  - Cục A & B_1", "TI  - Một ER - TY - BOOK", "PB  - Mốc 2030"],
    ...["PY  - 2026", "DA  - 2026/11/20/", "ET  - đợt cập nhật số 62, ngày 20/11/2026"],
    ...["N1  - Số liệu gốc: UNDESA và Cục Thống kê", `UR  - ${one.url}`, "LA  - vi", "ER  - ", ""],
  ]);
});

describe("the addresses of citations", async () => {
  const { get } = await testApp({ origin: "https://moc2030.example" });
  const text = async (path: string) => (await get(path)).text();

  test.each([
    [
      "/indicators/EGDI_RANK/citation.txt?release=53",
      /^Mốc 2030 \(20\d\d\)\. Thứ hạng .*, đợt cập nhật số 53, ngày .*\. Số liệu gốc: UN DESA\. https:\/\/moc2030\.example\/indicators\/EGDI_RANK\?release=53\n$/,
    ],
    [
      "/indicators/EGDI_RANK/citation.txt?asOf=2025-06-30&lang=en",
      /, release \d+, .* https:\/\/moc2030\.example\/indicators\/EGDI_RANK\?asOf=2025-06-30&lang=en\n$/,
    ],
    [
      "/targets/D2289-2030-EGDI_RANK/citation.txt?lang=en",
      /Assessment of the target for 2030: .* https:\/\/moc2030\.example\/targets\/D2289-2030-EGDI_RANK\?lang=en&release=\d+\n$/,
    ],
    [
      "/compare/citation.txt?indicator=GII_RANK&areas=ASEAN,KOR&from=2015&to=2025",
      /So sánh giữa các nước: .* WIPO\. https:\/\/moc2030\.example\/compare\?areas=ASEAN,KOR&from=2015&indicator=GII_RANK&release=\d+&to=2025\n$/,
    ],
    [
      "/observations/citation.txt?indicator=DIGITAL_ECONOMY_GDP&area=VNM&release=60",
      /đợt cập nhật số 60, .* https:\/\/moc2030\.example\/api\/v1\/observations\.csv\?indicator=DIGITAL_ECONOMY_GDP&area=VNM&release=60\n$/,
    ],
    [
      "/observations/citation.txt?area=VNM&asOf=2024-12-31&lang=en",
      /observations\.csv\?area=VNM&lang=en&asOf=2024-12-31\n$/,
    ],
  ])("%s cites that view, pinned", async (path, form) => expect(await text(path)).toMatch(form));

  test("every compiler of the figures that are cited is named, and no other", async () => {
    expect(await text("/observations/citation.txt?indicator=GII_RANK,EGDI_RANK&area=VNM&lang=en")).toMatch(
      /Original figures: UN DESA and WIPO\./,
    );
    expect(await text("/observations/citation.txt?indicator=GII_RANK&from=1901&to=1902")).not.toContain("Số liệu gốc");
  });

  test("each has its media type and a name of its own", async () => {
    for (const [format, { type }] of Object.entries(citationFormats)) {
      const { headers } = await get(`/indicators/EGDI_RANK/citation.${format}?release=53`);
      expect(headers.get("content-type")).toBe(`${type}; charset=utf-8`);
      expect(headers.get("content-disposition")).toContain(`filename="moc2030_EGDI_RANK_r53.${format}"`);
    }
  });

  test.each([
    ["/compare/citation.txt?indicator=NO_SUCH", "indicator"],
    ["/compare/citation.txt?areas=NOWHERE", "areas"],
    ["/observations/citation.bib?area=NOWHERE", "area"],
    ["/observations/citation.bib?from=soon", "from"],
    ["/indicators/EGDI_RANK/citation.ris?format=ris", "format"],
  ])("%s is refused by name", async (path, parameter) => {
    const answer = await get(path);
    expect(answer.status).toBe(422);
    expect((await answer.json()).errors.map((one: { parameter: string }) => one.parameter)).toEqual([parameter]);
  });
  test("a format that there is not is not found", async () =>
    expect((await get("/indicators/EGDI_RANK/citation.xml")).status).toBe(404));
});

test("the owner of the pages is the author where the settings name one, in the language asked for", async () => {
  const owner = { vi: "Bộ Khoa học và Công nghệ", en: "Ministry of Science and Technology" };
  const owned = await testApp({ owner });
  const cited = async (lang: string) => (await owned.get(`/indicators/GII_RANK/citation.txt?lang=${lang}`)).text();
  expect(await cited("vi")).toMatch(/^Bộ Khoa học và Công nghệ \(20\d\d\)/);
  expect(await cited("en")).toMatch(/^Ministry of Science and Technology \(20\d\d\)/);
  expect(await (await (await testApp()).get("/indicators/GII_RANK/citation.txt")).text()).toMatch(
    /^Mốc 2030 \(20\d\d\)/,
  );
});
