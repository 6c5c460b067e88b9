import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBytes } from "./table-bytes.ts";

const TEXT = "Năm;Tỷ lệ hộ dùng cáp quang (%)\r\nSơ bộ 2024;86,7\r\nNguồn: Cục Thống kê, đợt điều tra giữa kỳ\r\n";

const utf16 = (text: string, isBig: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) new DataView(bytes.buffer).setUint16(i * 2, text.charCodeAt(i), !isBig);
  return bytes;
};
/** Windows-1258 as Windows writes it: a letter with its own sign, then the tone. */
const table1258 = new Map(
  Array.from({ length: 256 }, (_, byte) => [new TextDecoder("windows-1258").decode(Uint8Array.of(byte)), byte]),
);
const windows1258 = (text: string) =>
  Uint8Array.from(
    [...text].flatMap((letter) => {
      const whole = table1258.get(letter);
      if (whole !== undefined) return [whole];
      const [base = "", ...marks] = letter.normalize("NFD");
      const tone = marks.find((mark) => "\u0300\u0301\u0303\u0309\u0323".includes(mark)) ?? "";
      const shape = marks.filter((mark) => mark !== tone).join("");
      return [(base + shape).normalize("NFC"), tone].map((part) => table1258.get(part) as number);
    }),
  );

describe("a file's encoding is told by its bytes", () => {
  test.each([
    ["UTF-8", new TextEncoder().encode(TEXT), "utf-8"],
    ["UTF-8 with its mark", new TextEncoder().encode(`\ufeff${TEXT}`), "utf-8"],
    ["UTF-16LE, Excel's Unicode text", utf16(`\ufeff${TEXT}`, false), "utf-16le"],
    ["UTF-16LE without a mark", utf16(TEXT, false), "utf-16le"],
    ["UTF-16BE", utf16(`\ufeff${TEXT}`, true), "utf-16be"],
    ["UTF-16BE without a mark", utf16(TEXT, true), "utf-16be"],
    ["Windows-1258, its tones written apart", windows1258(TEXT), "windows-1258"],
  ])("%s", (_, bytes, encoding) => expect(readBytes(bytes)).toEqual({ ok: true, text: TEXT, encoding }));

  test("every Vietnamese syllable comes back from Windows-1258 as it was", () => {
    const letters = [..."aăâeêioôơuưyđAĂÂEÊIOÔƠUƯYĐ"];
    const tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
    const all = letters.flatMap((l) => (/đ/i.test(l) ? [l] : tones.map((t) => (l + t).normalize("NFC"))));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...all, "b", ";", "1", "\n"), { minLength: 1 }), (syllables) => {
        const text = `${syllables.join("")}ộ`;
        expect(readBytes(windows1258(text))).toEqual({ ok: true, text, encoding: "windows-1258" });
      }),
    );
  });
});

describe("what is no text is named", () => {
  const start = (...bytes: number[]) => Uint8Array.from([...bytes, ...new Array(300).fill(7)]);
  const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
  test.each([
    ["xlsx", start(0x50, 0x4b, 3, 4), "xlsx"],
    ["ods", start(0x50, 0x4b, 3, 4, ...ascii("mimetypeapplication/vnd.oasis.opendocument.spreadsheet")), "ods"],
    ["xls", start(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), "xls"],
  ])("%s", (_, bytes, code) => expect(readBytes(bytes)).toEqual({ ok: false, code, line: 1 }));
  test.each([
    ["Latin-1, whose letters have other places", "a;b\nT\xf4;2024\n", 2],
    ["Latin-1 where Windows-1258 has a tone", "a\nb\nFran\xc7ois\xf2 na\xefve\n", 3],
    ["TCVN3, a font's own letters", "T\xfb l\xd6 h\xe9 d\xefng c\xb8p quang\n", 1],
  ])("%s", (_, text, line) =>
    expect(readBytes(Uint8Array.from(ascii(text)))).toEqual({ ok: false, code: "not_text", line }),
  );
  test.each([
    ["random bytes", [0x8f, 0x03, 0xc2, 0x11, 0x00, 0xff, 0x7e, 0x90]],
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d]],
    ["a PDF", [...ascii("%PDF-1.7\n"), 0xb5, 0xed, 0xae, 0x01]],
    ["a PDF of plain characters", [...ascii("%PDF-1.4\n1 0 obj\n%%EOF\n")]],
    ["an empty archive", [0x50, 0x4b, 0x05, 0x06, ...Array<number>(18).fill(0)]],
  ])("%s, whatever the file is called", (_, bytes) =>
    expect(readBytes(Uint8Array.from(bytes))).toEqual({ ok: false, code: "not_table", line: 1 }),
  );
  test("one NUL makes no UTF-16", () =>
    expect(readBytes(new TextEncoder().encode("Năm;Giá trị\n2024\0;1"))).toMatchObject({ encoding: "utf-8" }));
  test("no bytes make it throw", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readBytes(bytes)));
  });
});
