import { expect, test } from "vitest";
import { readersOf } from "./early-readers.ts";

test("a line is a name and, after the first comma, position and organisation; blank lines are nothing", () => {
  const others = "\n Trần Văn An , Chánh Văn phòng, Bộ Tài chính\r\n\nLê Thị B,Vụ Thống kê\n";
  expect(readersOf({ staff: ["u1"], others })).toEqual({
    readers: [
      { staff: "u1" },
      { name: "Trần Văn An", role: "Chánh Văn phòng, Bộ Tài chính" },
      { name: "Lê Thị B", role: "Vụ Thống kê" },
    ],
  });
  expect(readersOf({ staff: [], others: "" })).toEqual({ readers: [] });
});
test.each(["An", "An,", ", Vụ Thống kê"])("who somebody is has to be said: %s", (line) => {
  expect(readersOf({ staff: [], others: `Bình, Văn phòng\n${line}` })).toEqual({ wrongLine: 2 });
});
