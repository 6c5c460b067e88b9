/** Matches a range of years, or a token starting with a digit: number, day, rank with pool, document number. */
const FIGURE = String.raw`[+−±]?(?<![\p{L}\d.,/%–-])\d(?:\d{0,3}–\d{1,4}|(?:[\p{L}\d.,/%-]{0,30}[\p{L}\d%])?)(?![\p{L}\d%–-]|[.,]\d)`;
/** Words kept with a number: those before it, and the first word of its unit after it. */
const NAMES = [
  "hạng|nhóm|thứ|năm|ngày|tháng|số|bản|khoảng|trên|dưới|quyết định|nghị quyết",
  "rank|tier|top|place|release|about|over|under|decision|resolution",
].join("|");
const UNITS = [
  String.raw`điểm|bậc(?:/năm)?|nước|quốc gia|nền|(?:năm|tháng|ngày)(?! \d)|lần|mục tiêu|chỉ tiêu`,
  "nghìn|triệu|tỷ|GDP|points?|percentage|places?|countries|economies|years?|times|targets?|indicators?",
  "edition|thousand|million|billion|January|February|March|April|May|June|July|August|September|October|November|December",
].join("|");
const HELD = new RegExp(
  String.raw`[(“]?(?:(?<!\p{L})(?:${NAMES}) )?(?:(?:[≤≥→<>]|&[lg]t;) )?${FIGURE}(?: (?:${UNITS})(?!\p{L}))?[)”.,;:]*`,
  "giu",
);
/** Splits HTML into elements whose text is kept as is, other tags, and text. */
const PARTS = /<(script|style|title|textarea|option|pre|code|svg)\b.*?<\/\1>|<[^>]*>|[^<]+/gs;

/**
 * Wraps figures with their unit, days and document numbers in spans with `white-space: nowrap`. No-break spaces or hyphens
 * would end up in copied text, and find in page would miss "52-NQ/TW".
 */
export const lineBreaks = (html: string): string =>
  html.replaceAll(PARTS, (part) => (part.startsWith("<") ? part : part.replaceAll(HELD, held)));

/** Wraps text that a browser may break: at a space, after an en dash, or at a hyphen before a letter. */
const held = (words: string) => (/[ –]|-\p{L}/u.test(words) ? `<span class="held">${words}</span>` : words);
