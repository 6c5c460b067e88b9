import { dayInVietNam } from "@moc2030/shared/text/date";
import { numericDay } from "@moc2030/shared/text/written-day";
import type { Letterhead } from "../../config.ts";
import type { Db } from "../../db/database.ts";
import { findDefinition } from "../../definitions/queries.ts";
import { centred, dayInWords, FONT, foot, head, MARGINS, prose, SIZE } from "../../downloads/decree-30.ts";
import { docx } from "../../downloads/docx.ts";
import { paragraph, table } from "../../downloads/docx-parts.ts";
import { newestReleaseId } from "../../observations/read-point.ts";
import type { WantedRow } from "../due/queries.ts";

/** What the sender fills in by hand. */
const BLANK = "………………";
/** Columns of the table of figures, in mm. */
const WIDTHS = [12, 78, 18, 34, 23];
const figures = (rows: readonly WantedRow[]) =>
  table(
    WIDTHS,
    [
      ["STT", "Chỉ tiêu", "Năm", "Đơn vị", "Dự kiến có"].map((text) => centred(text, SIZE.note, { bold: true })),
      ...rows.map((row, index) => [
        centred(String(index + 1), SIZE.note),
        paragraph(row.wanted === "final" ? `${row.name} (số chính thức)` : row.name, { size: SIZE.note }),
        centred(String(row.timePeriod), SIZE.note),
        paragraph(row.unit, { size: SIZE.note }),
        centred(row.dueBy ? numericDay(row.dueBy) : "", SIZE.note),
      ]),
    ],
    { hasBorders: true },
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
  letterhead: Letterhead,
  now: Date,
): Promise<Buffer> {
  const office = letterhead.office ?? BLANK;
  const duty = await cited(db, "NQ03", "Nghị quyết", "03/NQ-CP");
  const strategy = await cited(db, "D2289", "Quyết định", "2289/QĐ-TTg");
  const content = [
    head({
      parent: letterhead.parent ?? BLANK,
      office,
      number: `Số: ……/${letterhead.symbol ?? "……"}`,
      about: "V/v cung cấp số liệu theo dõi Chiến lược quốc gia về Cách mạng công nghiệp lần thứ tư",
      place: letterhead.place ?? BLANK,
      day: `ngày …… tháng …… năm ${dayInVietNam(now).slice(0, 4)}`,
    }),
    paragraph(`Kính gửi: ${bodyName}.`, { align: "center", size: SIZE.text, space: 12 }),
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
    foot({
      authority: letterhead.authority,
      title: letterhead.signerTitle ?? BLANK,
      signer: letterhead.signer ?? BLANK,
    }),
    paragraph("", { size: 2 }),
  ];
  return docx([{ content, margins: MARGINS }], {
    title: `Dự thảo công văn gửi ${bodyName}`,
    language: "vi-VN",
    font: FONT,
  });
}
