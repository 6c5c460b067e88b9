import { expect, test } from "vitest";
import { realStaffText } from "../../words/data.fixture.ts";
import { ProblemError } from "./client.ts";
import { problemText } from "./problem-text.ts";

const [vi, en] = [realStaffText("vi"), realStaffText("en")];
const refusal = (status: number, slug: string, detail = "x", retryAfter = 0) =>
  new ProblemError(status, { type: `urn:moc2030:problem:${slug}`, detail }, retryAfter);
const said = (error: unknown) => [problemText(error, vi), problemText(error, en)];

test("what the API refuses is told in our words, not in its own", () => {
  expect(said(refusal(403, "own-work", "internal words"))).toEqual([
    "Không thể phê duyệt số liệu do chính mình nhập.",
    "Nobody approves figures that they entered.",
  ]);
  expect(said(new ProblemError(0, {}))).toEqual([
    "Không kết nối được với máy chủ. Hãy kiểm tra mạng rồi thử lại.",
    "The server cannot be reached. Check the network and try again.",
  ]);
});

test("where there are no better words the API's own follow", () =>
  expect(said(refusal(422, "invalid", "/to: expected another year"))).toEqual([
    "Máy chủ không nhận: /to: expected another year",
    "The server refused this: /to: expected another year",
  ]));

test("after too many attempts the wait is told in whole minutes, one at least", () => {
  const wait = (seconds: number) => problemText(refusal(429, "too-many-attempts", "", seconds), en);
  expect([wait(0), wait(60), wait(61), wait(900)]).toEqual([
    "Too many failed attempts. Try again in 1 minute.",
    "Too many failed attempts. Try again in 1 minute.",
    "Too many failed attempts. Try again in 2 minutes.",
    "Too many failed attempts. Try again in 15 minutes.",
  ]);
});

test("what is no refusal is an error of the page", () =>
  expect(said(new TypeError("x is undefined"))).toEqual([
    "Có lỗi trên trang này. Hãy tải lại trang; bản nháp vẫn được giữ trên máy chủ.",
    "Something went wrong on this page. Load it again; drafts are kept on the server.",
  ]));
