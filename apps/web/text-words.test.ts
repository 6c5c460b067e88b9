import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** What another word stands for on every page; the glossary of /about says which. */
const AVOIDED_VI = [
  /kỳ công bố|đợt công bố/, // ấn bản; đợt cập nhật
  /hiệu chỉnh/, // điều chỉnh, đính chính, đánh giá lại
  /năm gốc/, // năm cơ sở
  /lộ trình/, // đường tham chiếu, mức cần đạt từng năm
  /(?<!không (?:phải )?)dự báo(?! \(f\))|xu hướng|xác suất|khả năng|nguyên nhân/,
  /đánh giá sơ bộ/, // đánh giá tạm thời
  /rất chậm|xa mục tiêu hơn|tụt lùi|đi xa mục tiêu/, // chậm nhiều so với tiến độ; thấp hơn năm cơ sở
  /kiểm chứng|trí nhớ|đọc trong nguồn/, // theo nguồn dẫn, chưa đối chiếu bản gốc; chưa xác minh
  /thay mặt/, // theo ủy quyền của
  /(?<!\p{L})chặt hơn/u, // yêu cầu cao hơn
  /đã biết (khi đó|gì|ngày|từ)|nếu số tới là/, // so sánh số liệu tại hai thời điểm; thử với số liệu giả định
  /(mục|chỉ) tiêu chủ yếu/, // mục tiêu theo dõi chính
  /đã công bố, chưa cập nhật/, // đã qua ngày dự kiến công bố, hệ thống chưa có số
  /biên soạn/, // cơ quan công bố; thu thập, tổng hợp
  /(?<!\p{L})cán bộ|thẩm tra|thẩm định|kiểm duyệt/u,
  /nhóm \{\w+\} dẫn đầu/, // nhóm {n} nước dẫn đầu
];
const AVOIDED_EN = [
  /(?<!not a )forecast(?! \(f\)|s nothing)|trend|probab|likel/,
  /recalled|promise[ds]?\b(?! them)/,
  /published anew|read in the source(?!s? named)/,
  /edition \{/,
];

const found = (texts: Record<string, string>, avoided: readonly RegExp[]) =>
  Object.entries(texts).filter(([, text]) => avoided.some((word) => word.test(text.toLowerCase())));

test.each([
  ["vi", AVOIDED_VI],
  ["staff.vi", AVOIDED_VI],
  ["en", AVOIDED_EN],
  ["staff.en", AVOIDED_EN],
])("no text of %s.json says a thing by another word than the rest", (name, avoided) => {
  // Read as files: an import would give them compiled.
  const texts = JSON.parse(readFileSync(new URL(`src/text/${name}.json`, import.meta.url), "utf8"));
  expect(found(texts, avoided)).toEqual([]);
});

test("such a word would be found, in capitals too, and its denial not", () => {
  expect(found({ a: "Lộ trình bù", b: "không phải dự báo", c: "Dự báo năm 2030" }, AVOIDED_VI)).toEqual([
    ["a", "Lộ trình bù"],
    ["c", "Dự báo năm 2030"],
  ]);
});

/** Keys that no source names: not in quotation marks, nor by a template whose fixed part they begin with. */
function unused(keys: readonly string[], source: string): string[] {
  const parts = [...source.matchAll(/`((?:\w+\.)+)\$\{/g)].map(([, part = ""]) => part);
  return keys.filter((key) => !source.includes(`"${key}"`) && !parts.some((part) => key.startsWith(part)));
}

test.each(["vi", "staff.vi"])("every text of %s.json is said somewhere", (name) => {
  const source = readdirSync(new URL("src", import.meta.url), { recursive: true, encoding: "utf8" })
    .filter((path) => /(?<!\.test)\.tsx?$/.test(path))
    .map((path) => readFileSync(new URL(`src/${path}`, import.meta.url), "utf8"))
    .join("\n");
  const texts = JSON.parse(readFileSync(new URL(`src/text/${name}.json`, import.meta.url), "utf8"));
  expect(unused(Object.keys(texts), source)).toEqual([]);
});

test("a text that nothing says would be found, and one that a template names not", () => {
  const source = `say("nav.data"); say(\`tab.\${name}\`); say(\`list.more.\${n}\`)`;
  expect(unused(["nav.data", "tab.chart", "list.more.one", "list.title", "loading"], source)).toEqual([
    "list.title",
    "loading",
  ]);
});
