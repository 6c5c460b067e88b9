/** A range of years, or what runs on from a digit: a number, a day, a rank with its pool, the number of a document. */
const FIGURE = String.raw`[+−±]?(?<![\p{L}\d.,/%–-])\d(?:\d{0,3}–\d{1,4}|(?:[\p{L}\d.,/%-]{0,30}[\p{L}\d%])?)(?![\p{L}\d%–-]|[.,]\d)`;
/** What it is the number of, and the first word of what it counts: a column has room for no more. */
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
/** Elements whose text stays as it is, other tags, and text. */
const PARTS = /<(script|style|title|textarea|option|pre|code|svg)\b.*?<\/\1>|<[^>]*>|[^<]+/gs;

/**
 * HTML in which no line ends within a figure and its unit, a day, or the number of a document. By style: a no-break space
 * or hyphen would go along with what a reader copies, and nobody would find "52-NQ/TW" who types it.
 */
export const lineBreaks = (html: string): string =>
  html.replaceAll(PARTS, (part) => (part.startsWith("<") ? part : part.replaceAll(HELD, held)));

/** A browser breaks lines at a space, after a dash, and after a hyphen before a letter, but not after a slash. */
const held = (words: string) => (/[ –]|-\p{L}/u.test(words) ? `<span class="held">${words}</span>` : words);
