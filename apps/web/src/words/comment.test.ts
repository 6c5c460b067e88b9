import { expect, test } from "vitest";
import { commentOf } from "./comment.ts";

test("how exactly a day is known stands apart from the comment", () => {
  expect(commentOf({ obsCom: "số sơ bộ; ~ ngày công bố: chỉ biết năm 2023" })).toEqual({
    note: "số sơ bộ",
    vague: "ngày công bố: chỉ biết năm 2023",
  });
  expect(commentOf({ obsCom: "~ không rõ ngày công bố" })).toEqual({ note: null, vague: "không rõ ngày công bố" });
  expect(commentOf({ obsCom: "đổi chiều xu hướng" })).toEqual({ note: "đổi chiều xu hướng", vague: null });
  expect(commentOf({ obsCom: null })).toEqual({ note: null, vague: null });
});
