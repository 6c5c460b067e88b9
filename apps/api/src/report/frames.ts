import type { Report, ReportFrame } from "@moc2030/shared/schema/report";
import { OPEN_PLACE, openPlaces } from "@moc2030/shared/text/open-place";
import type { Letterhead } from "../config.ts";
import {
  centred,
  dayInWords,
  foot,
  head,
  MOTTO,
  receiversOf,
  rule,
  SIZE,
  STATE_NAME,
  upper,
} from "../downloads/decree-30.ts";
import { paragraph } from "../downloads/docx-parts.ts";
import type { Frame } from "./document.ts";
import type { Details } from "./query.ts";

const heading = (text: string) => paragraph(text, { size: SIZE.text, bold: true, align: "center", heading: 1 });

/** Everybody's summary: no form of an official document, and it says so. */
export function summaryFrame({ lang, title }: Report, address: string): Frame {
  const [kind, not] =
    lang === "vi"
      ? ["BẢN TỔNG HỢP SỐ LIỆU", "(không phải văn bản hành chính)"]
      : ["SUMMARY OF DATA", "(not an official document)"];
  return {
    head: [
      heading(kind),
      centred(not, SIZE.text, { italic: true }),
      centred(title, SIZE.text, { bold: true }),
      rule(60),
      ...(address ? [centred(address, SIZE.small)] : []),
    ],
    foot: [],
    underAppendix: null,
  };
}

/** What the head and foot of an official report say; what nobody has said is an open place. */
function officialTexts({ title }: Report, { number, date, to }: Details, letterhead: Letterhead) {
  const { parent, office, symbol, place, authority, signerTitle, signer } = letterhead;
  const written = number?.replace(/^0+/, "").padStart(2, "0");
  const day = date ? dayInWords(date) : "ngày [..] tháng [..] năm [....]";
  return {
    title,
    parent: parent ?? "[cơ quan chủ quản]",
    office: office ?? "[cơ quan báo cáo]",
    number: `Số: ${written ?? "     "}/BC-${symbol?.split("-")[0] ?? "[viết tắt]"}`,
    place: place ?? "[địa danh]",
    day,
    to: `Kính gửi: ${to ?? "[nơi nhận báo cáo]"}.`,
    receivers: ["- [Nơi nhận khác];"],
    authority,
    signerTitle: signerTitle ?? "[quyền hạn, chức vụ của người ký]",
    signer: signer ?? "[họ và tên]",
    underAppendix: `(Kèm theo Báo cáo số ${written ?? "[số]"}/BC-${symbol?.split("-")[0] ?? "[viết tắt]"} ${day} của ${office ?? "[cơ quan báo cáo]"})`,
  };
}

/** Head and foot of an official report as lines, for whoever shows them otherwise than on paper. */
export function officialLines(report: Report, details: Details, letterhead: Letterhead): ReportFrame {
  const texts = officialTexts(report, details, letterhead);
  const { parent, office, number, place, day, to, receivers, authority, signerTitle, signer, underAppendix } = texts;
  return {
    sender: [parent, office, number],
    state: [STATE_NAME, MOTTO, `${place}, ${day}`],
    to,
    foot: [...receiversOf(receivers), ...(authority ? [authority] : []), signerTitle, signer],
    underAppendix,
  };
}

/** How many places head, foot and appendices of an official report leave open. */
export function openInFrame({ sender, state, to, foot, underAppendix }: ReportFrame, appendices: number): number {
  const own = [...sender, ...state, to, ...foot].reduce((sum, text) => sum + openPlaces(text), 0);
  return own + openPlaces(underAppendix) * appendices;
}

/** The draft of an official report: head, addressee, signature and receivers of Decree 30/2020/NĐ-CP. */
export function officialFrame(report: Report, details: Details, letterhead: Letterhead): Frame {
  const marked = OPEN_PLACE;
  const texts = officialTexts(report, details, letterhead);
  const { parent, office, number, place, day, receivers, authority, signerTitle, signer } = texts;
  return {
    head: [
      head({ parent, office, number, place, day, marked }),
      paragraph("", { size: SIZE.text }),
      heading("BÁO CÁO"),
      centred(texts.title, SIZE.text, { bold: true }),
      rule(60),
      paragraph(texts.to, { align: "center", size: SIZE.text, space: 6, marked }),
    ],
    foot: [
      paragraph("", { size: SIZE.text, keepNext: true }),
      foot({ receivers, authority, title: upper(signerTitle), signer, marked }),
    ],
    underAppendix: texts.underAppendix,
  };
}
