import type { Lang } from "@moc2030/shared/text/lang";
import type { ChartWords } from "../charts/model.ts";

/** Texts of the charts themselves. All others are props. */
export const chartWords: Record<Lang, ChartWords> = {
  vi: {
    rankAxis: "thứ hạng (1 là cao nhất)",
    target: "Mục tiêu",
    axisFrom: (tick) => `trục bắt đầu từ ${tick}`,
    otherScale: (from, to) => `số liệu ${from}–${to} theo thang khác: xem bảng`,
    edition: (edition) => `ấn bản ${edition}`,
    source: (source) => `nguồn: ${source}`,
    flags: {
      A: null,
      B: "gián đoạn chuỗi số liệu",
      D: "định nghĩa khác",
      E: "ước tính",
      F: "dự báo",
      I: "do cơ quan công bố suy ra",
      L: "có nhưng chưa thu thập được",
      M: "không có số liệu",
      O: "không có số liệu",
      P: "sơ bộ",
      U: "độ tin cậy thấp",
    },
    confidence: { sourced: null, derived: "tính từ nguồn", unverified: "chưa xác minh" },
    limit: { "<=": "nguồn chỉ cho mức cao nhất", ">=": "nguồn chỉ cho mức thấp nhất" },
    milestones: "Mốc sự kiện",
  },
  en: {
    rankAxis: "rank (1 is best)",
    target: "Target",
    axisFrom: (tick) => `axis starts at ${tick}`,
    otherScale: (from, to) => `${from}–${to} are on another scale: see the table`,
    edition: (edition) => `edition ${edition}`,
    source: (source) => `source: ${source}`,
    flags: {
      A: null,
      B: "break in series",
      D: "definition differs",
      E: "estimated",
      F: "forecast",
      I: "imputed by the publisher",
      L: "exists but was not collected",
      M: "no figure",
      O: "no figure",
      P: "provisional",
      U: "low reliability",
    },
    confidence: { sourced: null, derived: "derived from sources", unverified: "unverified" },
    limit: { "<=": "the source gives an upper bound only", ">=": "the source gives a lower bound only" },
    milestones: "Milestones",
  },
};
