import type { ObsStatus } from "@moc2030/shared/figure/fields";
import type { Confidence } from "@moc2030/shared/schema/observation";
import type { Bilingual } from "@moc2030/shared/text/lang";

const t = (vi: string, en: string): Bilingual => ({ vi, en });

export const TITLE = t(
  "Mốc 2030: số liệu Chiến lược quốc gia về Cách mạng công nghiệp lần thứ tư (Quyết định 2289/QĐ-TTg)",
  "Mốc 2030: figures of Viet Nam's national strategy on the Fourth Industrial Revolution (Decision 2289/QĐ-TTg)",
);

/** Licence statement: the figures belong to their publishers. */
export const LICENCE = t(
  "Số liệu thuộc về cơ quan công bố; tệp này không cấp phép cho bất kỳ con số nào. Trước khi đăng lại, xem điều khoản sử dụng của từng cơ quan, nêu trong tệp này. Việc tuyển chọn, cấu trúc và phần mềm: Apache-2.0.",
  "The figures belong to those who publish them; this file licenses none of them. Before republishing, see each publisher's terms of use, named in this file. Selection, structure and software: Apache-2.0.",
);

/** Codes of OBS_STATUS (SDMX CL_OBS_STATUS) with the flag printed beside a figure; A, normal, has none. */
export const statuses: Record<ObsStatus, { shorthand: string | null; meaning: Bilingual }> = {
  A: { shorthand: null, meaning: t("bình thường", "normal") },
  B: { shorthand: "[b]", meaning: t("gián đoạn chuỗi số liệu", "break in series") },
  D: { shorthand: "[d]", meaning: t("định nghĩa khác", "definition differs") },
  E: { shorthand: "[e]", meaning: t("ước tính", "estimated") },
  F: { shorthand: "[f]", meaning: t("dự báo", "forecast") },
  I: { shorthand: "[i]", meaning: t("do cơ quan công bố suy ra", "imputed by the publisher") },
  L: {
    shorthand: "[l]",
    meaning: t("thiếu: có tồn tại nhưng không thu thập được", "missing: exists but was not collected"),
  },
  M: { shorthand: "[m]", meaning: t("thiếu: không thể có", "missing: cannot exist") },
  O: { shorthand: "[o]", meaning: t("thiếu: lý do khác, xem OBS_COM", "missing: other reason, see OBS_COM") },
  P: { shorthand: "[p]", meaning: t("sơ bộ", "provisional") },
  U: { shorthand: "[u]", meaning: t("độ tin cậy thấp", "low reliability") },
};

/** Meanings of CONFIDENCE. */
export const confidences: Record<Confidence, Bilingual> = {
  sourced: t("đọc được trong nguồn đã nêu", "read in the source that is named"),
  derived: t("tính từ nguồn, công thức ở OBS_COM", "computed from sources, formula in OBS_COM"),
  unverified: t(
    "chưa đối chiếu (ghi theo trí nhớ hoặc không rõ ràng), không dùng để đánh giá",
    "unverified (recalled or ambiguous), never assessed",
  ),
};

/** Meanings of VALUE_LIMIT. */
export const limits: Record<"<=" | ">=", Bilingual> = {
  "<=": t("nguồn chỉ cho mức cao nhất", "the source gives an upper bound only"),
  ">=": t("nguồn chỉ cho mức thấp nhất", "the source gives a lower bound only"),
};

/** Type (Table Schema) and description of each column, for people and for `datapackage.json`. */
export const columnWords: Record<string, { type: string; words: Bilingual }> = {
  INDICATOR: { type: "string", words: t("Mã chỉ tiêu", "Code of the indicator") },
  COMPILER: { type: "string", words: t("Cơ quan làm ra con số", "Who made the figure") },
  REF_AREA: { type: "string", words: t("Nền kinh tế, mã ISO 3166-1 alpha-3", "Economy, ISO 3166-1 alpha-3") },
  FREQ: {
    type: "string",
    words: t(
      "Chu kỳ, mã SDMX: A hằng năm, A2 hai năm, _O không đều",
      "Frequency, SDMX: A annual, A2 biennial, _O irregular",
    ),
  },
  TIME_PERIOD: {
    type: "year",
    words: t("Năm (với chỉ số xếp hạng: năm của ấn bản)", "Year (of an index: its edition)"),
  },
  OBS_VALUE: {
    type: "number",
    words: t(
      "Giá trị như đã công bố; trống là thiếu, lý do ở OBS_STATUS",
      "Value as published; empty is missing, OBS_STATUS says why",
    ),
  },
  VALUE_LIMIT: {
    type: "string",
    words: t("<= hoặc >= khi nguồn chỉ cho một cận", "<= or >= where the source gives only a bound"),
  },
  UNIT_MEASURE: { type: "string", words: t("Mã đơn vị", "Code of the unit") },
  DECIMALS: { type: "integer", words: t("Số chữ số thập phân đã công bố", "Decimals as published") },
  OBS_STATUS: {
    type: "string",
    words: t("Mã tình trạng SDMX, nhiều mã nối bằng ;", "SDMX status codes, several joined by ;"),
  },
  CONFIDENCE: {
    type: "string",
    words: t("Mức tin cậy: sourced, derived, unverified", "sourced, derived or unverified"),
  },
  RANK_POOL: { type: "integer", words: t("Số nền kinh tế được xếp hạng", "How many were ranked") },
  SOURCE: { type: "string", words: t("Mã nguồn, xem bảng nguồn", "Code of the source, see the sources") },
  EDITION: { type: "string", words: t("Ấn bản", "Edition") },
  PUBLISHED: { type: "date", words: t("Ngày công bố", "Date of publication") },
  RELEASE: { type: "integer", words: t("Đợt cập nhật đưa con số này ra", "The release that published this value") },
  OBS_COM: { type: "string", words: t("Ghi chú", "Comment") },
  TARGET_VALUE: { type: "number", words: t("Mục tiêu của Chiến lược", "The strategy's target") },
  PATH_VALUE: {
    type: "number",
    words: t("Đường tham chiếu trong năm đó, không phải số liệu", "The path in that year; not a figure"),
  },
  ASSESSMENT: { type: "string", words: t("Kết quả đánh giá mục tiêu", "How the target is assessed") },
  METHOD_VERSION: { type: "integer", words: t("Phiên bản phương pháp đánh giá", "Version of the method") },
  INDICATOR_NAME: { type: "string", words: t("Tên chỉ tiêu", "Name of the indicator") },
  REF_AREA_NAME: { type: "string", words: t("Tên nền kinh tế", "Name of the economy") },
  SOURCE_TITLE: { type: "string", words: t("Tên nguồn", "Title of the source") },
  PUBLISHED_PRECISION: {
    type: "string",
    words: t(
      "Ngày công bố biết đến ngày (day), tháng (month) hay năm (year); khi chỉ biết tháng hoặc năm, PUBLISHED là ngày cuối của kỳ đó",
      "Whether the date of publication is known to the day, month or year; of a month or year PUBLISHED is the last day",
    ),
  },
};
