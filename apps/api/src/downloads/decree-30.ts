import { writtenMonth } from "@moc2030/shared/text/written-day";
import { paragraph, table } from "./docx-parts.ts";

// The form of official documents: Annex I of Decree 30/2020/NĐ-CP. Lengths in mm, sizes in points.

/** Sizes: receivers, notes and tables, names, text. */
export const SIZE = { small: 11, note: 12, name: 13, text: 14 } as const;
/** Of a page; within 20–25 on top and at the bottom, 30–35 left, 15–20 right. */
export const MARGINS = { top: 20, right: 15, bottom: 20, left: 30 } as const;
/** Of the text between the margins of an upright page. */
export const WIDTH = 210 - MARGINS.left - MARGINS.right;
export const FONT = "Times New Roman";

/** Quốc hiệu and Tiêu ngữ. */
export const STATE_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
export const MOTTO = "Độc lập - Tự do - Hạnh phúc";
/** The receivers in order: whom it is for, others, and the file. */
export const receiversOf = (others: readonly string[]) => ["- Như trên;", ...others, "- Lưu: VT."];

type Look = { size?: number; bold?: boolean; italic?: boolean; keepNext?: boolean; marked?: RegExp };

export const upper = (text: string) => text.toLocaleUpperCase("vi");
export const centred = (text: string, size: number, look: Look = {}) =>
  paragraph(text, { align: "center", size, ...look });
/** Justified, its first line indented, 6 pt before and after. */
export const prose = (text: string, look: Look = {}) =>
  paragraph(text, { align: "both", size: SIZE.text, firstLine: 10, space: 6, ...look });
/** A line under what stands above, this far from both edges. */
export const rule = (inset: number) => paragraph("", { size: 2, ruled: inset, space: 2 });

/** A day in a document: ngày 05 tháng 01 năm 2026. */
export function dayInWords(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return `ngày ${day} tháng ${writtenMonth(month)} năm ${year}`;
}

/** Widths of capitals in bold Times New Roman, in thousandths of the size. */
const CAPITALS: Readonly<Record<string, number>> = {
  ...{ A: 722, B: 667, C: 722, D: 722, E: 667, F: 611, G: 778, H: 778, I: 389, J: 500, K: 778, L: 667, M: 944 },
  ...{ N: 722, O: 778, P: 611, Q: 778, R: 722, S: 556, T: 667, U: 722, V: 722, W: 1000, X: 722, Y: 722, Z: 667 },
  ...{ Đ: 722, " ": 250, ",": 250, "-": 333 },
};
const widthOf = (text: string, size: number) =>
  [...text.normalize("NFD").replace(/\p{M}/gu, "")].reduce((sum, one) => sum + (CAPITALS[one] ?? 722), 0) *
  ((size / 1000) * (25.4 / 72));

/** A name in capitals: on one line where it fits, if need be smaller, else broken after a comma or before "VÀ". */
function nameLines(name: string, width: number, look: Look): string {
  const text = upper(name);
  const size = [SIZE.name, SIZE.note].find((one) => widthOf(text, one) <= width);
  if (size) return centred(text, size, look);
  const breaks = [...text.matchAll(/(?<=,) | (?=VÀ )/g)].map(({ index }) => [
    text.slice(0, index),
    text.slice(index + 1),
  ]);
  const fitting = breaks.filter((lines) => lines.every((line) => widthOf(line, SIZE.name) <= width));
  return centred(fitting.at(-1)?.join("\n") ?? text, SIZE.name, look);
}

/** Of sender and State, in mm. */
const HEAD_WIDTHS = [73, 92] as const;

type Head = {
  /** The body above the sender's, and the sender's own. */
  parent: string;
  office: string;
  number: string;
  /** Below the number: what a letter is about. */
  about?: string;
  place: string;
  /** In words, or blank. */
  day: string;
  marked?: RegExp;
};

/** The sender with number on the left, the State's name and motto with place and day on the right; marked as a draft. */
export function head({ parent, office, number, about, place, day, marked }: Head): string {
  const look = marked ? { marked } : {};
  const sender = [
    nameLines(parent, HEAD_WIDTHS[0], look),
    nameLines(office, HEAD_WIDTHS[0], { bold: true, ...look }),
    rule(22),
    centred(number, SIZE.name, look),
    ...(about ? [centred(about, SIZE.note)] : []),
    centred("DỰ THẢO", SIZE.name, { bold: true }),
  ];
  const state = [
    centred(STATE_NAME, SIZE.note, { bold: true }),
    centred(MOTTO, SIZE.name, { bold: true }),
    rule(20),
    centred(`${place}, ${day}`, SIZE.text, { italic: true, ...look }),
  ];
  return table(HEAD_WIDTHS, [[sender.join(""), state.join("")]], { hasBorders: false });
}

type Foot = {
  /** After "Như trên" and before the file. */
  receivers?: readonly string[];
  authority?: string | undefined;
  title: string;
  signer: string;
  marked?: RegExp;
};

/** The receivers on the left, the signature on the right. */
export function foot({ receivers = [], authority, title, signer, marked }: Foot): string {
  const look = { bold: true, ...(marked && { marked }) };
  const left = [
    paragraph("Nơi nhận:", { size: SIZE.note, bold: true, italic: true }),
    ...receiversOf(receivers).map((text) => paragraph(text, { size: SIZE.small, ...(marked && { marked }) })),
  ];
  const right = [
    ...(authority ? [centred(upper(authority), SIZE.text, look)] : []),
    centred(upper(title), SIZE.text, look),
    ...Array.from({ length: 4 }, () => centred("", SIZE.text)),
    centred(signer, SIZE.text, look),
  ];
  return table([80, 85], [[left.join(""), right.join("")]], { hasBorders: false });
}
