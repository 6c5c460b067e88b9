import { dateText } from "@moc2030/shared/text/date-text";
import type { Lang } from "@moc2030/shared/text/lang";

/** What a citation says. `release`: null before the first one, when `day` is that of the read; `url`: with release or day. */
export type Citation = {
  lang: Lang;
  /** A name for the entry, such as `EGDI_RANK`. */
  key: string;
  author: string;
  title: string;
  release: number | null;
  day: string;
  compilers: readonly string[];
  url: string;
};

/** What is cited, by name. */
export const PRODUCT = "Mốc 2030";

const WORDS = {
  vi: {
    release: (id: number, day: string) => `đợt cập nhật số ${id}, ngày ${day}`,
    none: (day: string) => `chưa có đợt cập nhật đến ngày ${day}`,
    original: "Số liệu gốc",
    and: new Intl.ListFormat("vi-VN", { style: "long", type: "conjunction" }),
  },
  en: {
    release: (id: number, day: string) => `release ${id}, ${day}`,
    none: (day: string) => `no release by ${day}`,
    original: "Original figures",
    and: new Intl.ListFormat("en-GB", { style: "long", type: "conjunction" }),
  },
};

const versionOf = ({ lang, release, day }: Citation): string =>
  release === null ? WORDS[lang].none(dateText(day, lang)) : WORDS[lang].release(release, dateText(day, lang));
const originalOf = ({ lang, compilers }: Citation): string =>
  compilers.length > 0 ? `${WORDS[lang].original}: ${WORDS[lang].and.format(compilers)}` : "";
/** Title, and where it stands unless its author says so. */
const workOf = ({ title, author }: Citation): string => (author === PRODUCT ? title : `${title}. ${PRODUCT}`);
const keyOf = ({ key, release }: Citation): string => `moc2030_${key}_r${release ?? 0}`;

function plainText(citation: Citation): string {
  const { author, day, url } = citation;
  const said = [`${author} (${day.slice(0, 4)})`, `${workOf(citation)}, ${versionOf(citation)}`, originalOf(citation)];
  return `${[...said.filter(Boolean), url].join(". ")}\n`;
}

const TEX: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};
/** A text as TeX prints it: its special characters escaped, so that braces are balanced whatever it holds. */
export const texText = (text: string): string =>
  text.replace(/[\\{}~^$&#_%]/g, (special) => TEX[special] ?? `\\${special}`);

function bibtex(citation: Citation): string {
  const { author, title, day, url, lang } = citation;
  const note = [versionOf(citation), originalOf(citation)].filter(Boolean).join(". ");
  const fields = {
    author: `{${texText(author)}}`,
    title: `{${texText(title)}}`,
    ...{ year: day.slice(0, 4), howpublished: texText(PRODUCT), note: texText(note) },
    // A verbatim field: \url prints it as it is.
    ...{ url, language: lang === "vi" ? "vietnamese" : "english" },
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},`);
  return `@misc{${keyOf(citation)},\n${lines.join("\n")}\n}\n`;
}

function ris(citation: Citation): string {
  const { author, title, day, url, lang } = citation;
  const original = originalOf(citation);
  const lines: [string, string][] = [
    ["TY", "DATA"],
    ["ID", keyOf(citation)],
    ["AU", author],
    ["TI", title],
    ["PB", PRODUCT],
    ["PY", day.slice(0, 4)],
    ["DA", `${day.replaceAll("-", "/")}/`],
    ["ET", versionOf(citation)],
    ...(original ? [["N1", original] as [string, string]] : []),
    ["UR", url],
    ["LA", lang],
    ["ER", ""],
  ];
  return lines.map(([tag, value]) => `${tag}  - ${value.replace(/\s+/g, " ")}\r\n`).join("");
}

/** Formats of a citation, by suffix. */
export const citationFormats = {
  txt: { type: "text/plain", title: "text", write: plainText },
  bib: { type: "application/x-bibtex", title: "BibTeX", write: bibtex },
  ris: { type: "application/x-research-info-systems", title: "RIS", write: ris },
} as const;
export type CitationFormat = keyof typeof citationFormats;
