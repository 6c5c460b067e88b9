import { expect, test } from "vitest";
import { aFigure, realText } from "./data.fixture.ts";
import { revisionWords } from "./revision-words.ts";

const of = (status: "A" | "E" | "P") => aFigure(2023, 12.33, { obsStatus: [status] });

test("a revision is told by its grade, else as published anew, and then what is noted of it", () => {
  const text = realText("vi");
  expect(revisionWords(of("E"), of("P"), text)).toBe("Từ ước tính thành sơ bộ");
  expect(revisionWords(of("P"), of("A"), text)).toBe("Từ sơ bộ thành chính thức");
  expect(revisionWords(of("P"), of("P"), text)).toBe("Số liệu được công bố lại");
  const noted = { ...of("P"), obsCom: "đổi chiều xu hướng; ~ ngày công bố: chỉ biết năm 2024" };
  expect(revisionWords(of("P"), noted, text)).toBe("Số liệu được công bố lại. Đổi chiều xu hướng");
  expect(revisionWords(of("A"), of("A"), realText("en"))).toBe("Republished");
});

test("a figure that had no flag, and one that has none any more", () => {
  const [vi, en] = [realText("vi"), realText("en")];
  expect(revisionWords(of("A"), of("P"), vi)).toBe("Số liệu được công bố lại");
  expect(revisionWords(of("P"), of("A"), en)).toBe("From provisional to final");
  const derived = aFigure(2023, 12.33, { obsStatus: ["E"], confidence: "derived" });
  expect(revisionWords(derived, of("P"), vi)).toBe("Từ ước tính, tính từ nguồn thành sơ bộ");
  expect(revisionWords(derived, { ...of("P"), obsCom: "new base year" }, en)).toBe(
    "From estimated, derived from sources to provisional. New base year",
  );
});
