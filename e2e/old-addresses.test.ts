import { expect, test } from "vitest";
import { origin } from "./browser.ts";
import { releaseOn } from "./release-on.ts";

/** The text of a page's main part, as a reader without a script has it. */
const mainText = (html: string) =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&#x27;", "'")
    .replaceAll("&gt;", ">")
    .replace(/\s+/g, " ")
    .replace(/ ([.;,)])|(\() /g, "$1$2");

/** Addresses as reports have cited them: language, and what the page said there. Releases never change, so neither may this. */
const cited: [address: string, lang: "vi" | "en", says: string[]][] = [
  [
    "/?asOf=2024-12-31",
    "vi",
    ["thứ hạng Chính phủ điện tử (EGDI) đúng tiến độ; năng suất lao động chậm tiến độ", "Hạng 44/133 (2024)"],
  ],
  ["/?asOf=31/12/2024", "vi", ["thứ hạng đổi mới sáng tạo (GII) thấp hơn năm 2020; kinh tế số/GDP thấp hơn năm 2020"]],
  ["/?asOf=2023-12-31&lang=en", "en", ["cybersecurity (GCI) rank, 2020 edition: met so far", "Rank 46/132 (2023)"]],
  ["/?lang=en&asOf=2025-06-30", "en", ["digital economy/GDP: off track", "Climb 4 places: 0.7 places a year"]],
  ["/indicators?asOf=2024-12-31", "vi", ["44/133 ấn bản 2024", "12,33% năm 2023 · sơ bộ"]],
  ["/indicators/GII_RANK?asOf=2024-12-31", "vi", ["Thứ hạng thấp hơn năm 2020", "Việt Nam xếp 42/131 năm 2020"]],
  ["/indicators/GII_RANK?tab=table&asOf=2024-12-31", "vi", ["Năm Giá trị Tình trạng Nguồn Ngày công bố", "44/133"]],
  ["/indicators/GII_RANK?lang=en&asOf=2022-12-31", "en", ["Ranked lower than in 2020", "48"]],
  [
    "/indicators/EGDI_RANK?asOf=2024-12-31&lang=en",
    "en",
    ["On track", "86 → 71 from 2020 to 2024, target ≤ 50 in 2030"],
  ],
  ["/indicators/EGDI_RANK?asOf=2022-12-31", "vi", ["Chậm nhiều so với tiến độ", "86 → 86 từ 2020 đến 2022"]],
  [
    "/indicators/DIGITAL_ECONOMY_GDP?asOf=2024-12-31",
    "vi",
    ["12,33% của Tổng cục Thống kê (sơ bộ)", "12,67% → 12,63%"],
  ],
  [
    "/indicators/DIGITAL_ECONOMY_GDP?lang=en&asOf=2025-12-31",
    "en",
    ["Off track", "13.17% from the National Statistics Office (estimated)", "2023: 12.33% → 12.87%"],
  ],
  [
    "/indicators/LABOUR_PRODUCTIVITY_GROWTH?asOf=2024-12-31",
    "vi",
    ["Chậm tiến độ", "bình quân 4,71%/năm trong 2021", "6,2%/năm → 6,62%/năm"],
  ],
  ["/indicators/GCI_RANK?lang=en&asOf=2021-12-31", "en", ["Met so far", "50 → 25 from 2018 to 2020"]],
  ["/indicators/FIBRE_HOUSEHOLDS?asOf=2025-12-31", "vi", ["Hiện đạt", "79% → 85,1% từ 2023 đến 2025"]],
  ["/indicators/INTERNET_USERS?asOf=2024-06-30", "vi", ["mới có một số liệu từ năm cơ sở", "78,59% năm 2023"]],
  ["/strategy?asOf=2024-12-31", "vi", ["Văn bản (6)", "Nghị quyết 52-NQ/TW"]],
  ["/strategy?lang=en&topic=hcmc_centre", "en", ["C4IR of Ho Chi Minh City", "Resolution 52-NQ/TW"]],
  ["/releases/{2021-01-31}", "vi", ["31/01/2021", "10,76% (sơ bộ)", "Mới có một số liệu từ năm cơ sở"]],
  [
    "/releases/{2024-09-17}?lang=en&asOf=2024-12-31",
    "en",
    ["17 September 2024", "Before Off track After On track", "71/193"],
  ],
  [
    "/releases/{2025-01-06}",
    "vi",
    ["06/01/2025", "Trước Thấp hơn năm cơ sở đánh giá tạm thời Sau Chậm nhiều so với tiến độ"],
  ],
  ["/releases?lang=en&indicator=GII_RANK&year=2024", "en", ["GII rank 2024: 44/133"]],
  ["/releases/compare?from=2024-12-31&to=2025-12-31", "vi", ["4 số liệu của Việt Nam được điều chỉnh"]],
  [
    "/releases/compare?lang=en&from=2023-12-31&to=2024-12-31",
    "en",
    ["12.67% (provisional)", "12.63% (provisional)", "7 statuses changed"],
  ],
  ["/compare?lang=en&indicator=EGDI_RANK&areas=VNM,SGP&tab=table", "en", ["Countries compared, edition by edition"]],
  ["/compare?asOf=2024-12-31", "vi", ["So sánh các nước qua từng ấn bản"]],
];

/** An address with the number of the release of a day, `{2025-01-06}`, in its place. */
async function placed(address: string): Promise<string> {
  const [, day] = /\{(.+)\}/.exec(address) ?? [];
  return origin() + (day ? address.replace(`{${day}}`, String(await releaseOn(day))) : address);
}

test.each(cited)("%s says what it said", async (address, lang, says) => {
  const answer = await fetch(await placed(address));
  const html = await answer.text();
  const text = mainText(html);
  expect([answer.status, /<html lang="(..)"/.exec(html)?.[1]]).toEqual([200, lang]);
  for (const words of says) expect(text.includes(words), words).toBe(true);
});

/** Answers and files as reports have cited them, with a line that stands there. */
const files: [address: string, line: string][] = [
  ["/api/v1/observations.csv?indicator=DIGITAL_ECONOMY_GDP&area=VNM&release={2024-09-17}", "NSO,VNM,A,2022,12.67"],
  ["/api/v1/observations.csv?indicator=DIGITAL_ECONOMY_GDP&area=VNM&asOf=2025-12-31", "2023,12.87"],
  ["/api/v1/observations.csv?indicator=EGDI_RANK&area=VNM&release={2024-09-17}&locale=vi", "2024;71"],
  ["/api/v1/assessments?indicator=EGDI_RANK&release={2024-09-17}", '"class":"on_track"'],
];

test.each(files)("%s holds what it held", async (address, line) => {
  const answer = await fetch(await placed(address));
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain(line);
});
