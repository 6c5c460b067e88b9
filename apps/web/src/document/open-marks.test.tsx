import type { Report } from "@moc2030/shared/schema/report";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { openMarks } from "./open-marks.ts";
import { ReportView } from "./report-view.tsx";

const part = (number: string, ...blocks: Report["parts"][number]["blocks"]) => ({ number, title: "Phần", blocks });
const draft: Report = {
  ...{ form: "official", lang: "vi", period: "2026", title: "Tình hình", open: 10 },
  release: { id: 1, publishedAt: "2026-11-20T02:00:00.000Z" },
  referenceDate: "2026-11-20",
  comparedWith: { day: "2025-11-20", release: null },
  opening: ["Lưu ý", "[Căn cứ …]"],
  parts: [
    part(
      "I",
      { kind: "paragraph", text: "a [b] c [d]" },
      { kind: "list", items: ["không", "[e]"] },
      {
        kind: "table",
        caption: "Bảng",
        columns: [{ label: "1", width: 1 }],
        rows: [["x"], [{ text: "[f]", value: 1 }]],
      },
    ),
  ],
  appendices: [part("I", { kind: "paragraph", text: "[g]" })],
  frame: {
    sender: ["[cơ quan]"],
    state: ["Hà Nội"],
    to: "Kính gửi: [ai].",
    foot: ["- [Nơi nhận]"],
    underAppendix: "(số [số])",
  },
};

test("every open place of a draft is listed once in the order in which it is read, under the id of its mark", () => {
  const html = renderToStaticMarkup(<ReportView report={draft} appendixWord="Phụ lục" />);
  const marks = [...html.matchAll(/<mark id="([^"]+)"[^>]*>([^<]+)<\/mark>/g)].map(([, id, text]) => ({ id, text }));
  expect(openMarks(draft)).toEqual(marks);
  expect(marks.map(({ text }) => text)).toEqual([
    ...["[cơ quan]", "[ai]", "[Căn cứ …]", "[b]", "[d]", "[e]", "[f]", "[Nơi nhận]", "[số]", "[g]"],
  ]);
  expect(new Set(marks.map(({ id }) => id)).size).toBe(marks.length);
});
