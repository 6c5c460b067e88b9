import { expect, test } from "vitest";
import { shortCompiler } from "./compiler-name.ts";

test.each([
  ["Tổ chức Sở hữu trí tuệ thế giới (WIPO)", "WIPO"],
  ["United Nations Department of Economic and Social Affairs (UN DESA)", "UN DESA"],
  ["Cục Thống kê, Bộ Tài chính", "Cục Thống kê"],
  ["Bộ Xây dựng", "Bộ Xây dựng"],
  ["Ngân hàng thế giới (từ 2020)", "Ngân hàng thế giới"],
])("%s is %s where there is little room", (name, short) => expect(shortCompiler(name)).toBe(short));
