import { dayInVietNam } from "@moc2030/shared/text/date";
import { numericDay, writtenMonth } from "@moc2030/shared/text/written-day";
import type { Letterhead } from "../../config.ts";
import type { Db } from "../../db/database.ts";
import { findDefinition } from "../../definitions/queries.ts";
import { docx, paragraph, table } from "../../downloads/docx.ts";
import { newestReleaseId } from "../../observations/read-point.ts";
import type { WantedRow } from "../due/queries.ts";

/** What the sender fills in by hand. */
const BLANK = "………………";
/** Sizes in points of Annex I of Decree 30/2020/NĐ-CP: receivers, notes and tables, names, text. */
const [SMALL, NOTE, NAME, TEXT] = [11, 12, 13, 14];

const centred = (text: string, size: number, look: { bold?: boolean; italic?: boolean } = {}) =>
  paragraph(text, { align: "center", size, ...look });
/** A paragraph of the letter: justified, its first line indented, 6 pt before and after. */
const prose = (text: string) => paragraph(text, { align: "both", size: TEXT, firstLine: 10, space: 6 });
const upper = (text: string) => text.toLocaleUpperCase("vi");

/** A day in a document: ngày 05 tháng 01 năm 2026. */
function dayInWords(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return `ngày ${day} tháng ${writtenMonth(month)} năm ${year}`;
}

/** Columns of the table of figures, in mm. */
const WIDTHS = [12, 78, 18, 34, 23];
const figures = (rows: readonly WantedRow[]) =>
  table(
    WIDTHS,
    [
      ["STT", "Chỉ tiêu", "Năm", "Đơn vị", "Dự kiến có"].map((text) => centred(text, NOTE, { bold: true })),
      ...rows.map((row, index) => [
        centred(String(index + 1), NOTE),
        paragraph(row.wanted === "final" ? `${row.name} (số chính thức)` : row.name, { size: NOTE }),
        centred(String(row.timePeriod), NOTE),
        paragraph(row.unit, { size: NOTE }),
        centred(row.dueBy ? numericDay(row.dueBy) : "", NOTE),
      ]),
    ],
    true,
  );

/** Such as `Nghị quyết số 03/NQ-CP ngày 09 tháng 01 năm 2025 của Chính phủ`; its number alone where it is not listed. */
async function cited(db: Db, id: string, kind: string, number: string): Promise<string> {
  const found = await findDefinition(db, "document", id, await newestReleaseId(db));
  return found
    ? `${kind} số ${found.number} ${dayInWords(found.issued)} của ${found.issuer.vi}`
    : `${kind} số ${number}`;
}

type Asked = { bodyName: string; dueOn: string; rows: readonly WantedRow[] };

/**
 * The draft of an official letter that asks a body for figures, as DOCX: the parts and sizes of Annex I of Decree
 * 30/2020/NĐ-CP. Number, day and signature are left to the sender, and so is what the settings do not say.
 */
export async function writeLetter(
  db: Db,
  { bodyName, dueOn, rows }: Asked,
  head: Letterhead,
  now: Date,
): Promise<Buffer> {
  const office = head.office ?? BLANK;
  const duty = await cited(db, "NQ03", "Nghị quyết", "03/NQ-CP");
  const strategy = await cited(db, "D2289", "Quyết định", "2289/QĐ-TTg");
  const sender = [
    centred(upper(head.parent ?? BLANK), NAME),
    centred(upper(office), NAME, { bold: true }),
    paragraph("", { size: 2, ruled: 22 }),
    centred(`Số: ……/${head.symbol ?? "……"}`, NAME),
    centred("V/v cung cấp số liệu theo dõi Chiến lược quốc gia về Cách mạng công nghiệp lần thứ tư", NOTE),
    centred("DỰ THẢO", NAME, { bold: true }),
  ];
  const state = [
    centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", NAME, { bold: true }),
    centred("Độc lập - Tự do - Hạnh phúc", TEXT, { bold: true }),
    paragraph("", { size: 2, ruled: 20 }),
    centred(`${head.place ?? BLANK}, ngày …… tháng …… năm ${dayInVietNam(now).slice(0, 4)}`, TEXT, { italic: true }),
  ];
  const receivers = [
    paragraph("Nơi nhận:", { size: NOTE, bold: true, italic: true }),
    paragraph("- Như trên;", { size: SMALL }),
    paragraph("- Lưu: VT.", { size: SMALL }),
  ];
  const signature = [
    centred(upper(head.signerTitle ?? BLANK), TEXT, { bold: true }),
    ...Array.from({ length: 4 }, () => centred("", TEXT)),
    centred(head.signer ?? BLANK, TEXT, { bold: true }),
  ];
  const content = [
    table([70, 95], [[sender.join(""), state.join("")]], false),
    paragraph(`Kính gửi: ${bodyName}.`, { align: "center", size: TEXT, space: 12 }),
    prose(
      `Thực hiện ${duty} (mục III.3: các bộ, địa phương báo cáo trước ngày 15 tháng 6 và trước ngày 01 tháng 12 hằng năm); để theo dõi các mục tiêu của Chiến lược quốc gia về Cách mạng công nghiệp lần thứ tư đến năm 2030 (${strategy}), ${office} đề nghị ${bodyName} cung cấp số liệu của các chỉ tiêu sau:`,
    ),
    figures(rows),
    prose(
      "Số liệu ghi vào biểu kèm theo (tệp Excel), nêu nguồn, ngày công bố và loại số liệu (chính thức, sơ bộ, ước tính). Chỉ tiêu chưa có số liệu, đề nghị nêu lý do và thời gian dự kiến có.",
    ),
    prose(
      `Văn bản trả lời và biểu số liệu đề nghị gửi về ${office} chậm nhất ${dayInWords(dueOn)}${rows.some(({ dueBy }) => (dueBy ?? "") > dueOn) ? "; số liệu dự kiến có sau ngày này đề nghị gửi ngay khi có" : ""}./.`,
    ),
    table([80, 85], [[receivers.join(""), signature.join("")]], false),
    paragraph("", { size: 2 }),
  ];
  return docx(content, {
    title: `Dự thảo công văn gửi ${bodyName}`,
    language: "vi-VN",
    font: "Times New Roman",
    margins: { top: 20, right: 15, bottom: 20, left: 30 },
  });
}
