/** Character encoding of a file. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1258";

/** A file's text (NFC for encodings with combining tone marks), or why it is not text and on which line (1-based). */
export type FileText =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding }
  | {
      readonly ok: false;
      readonly code: "not_text" | "not_table" | "xlsx" | "ods" | "xls" | "encrypted";
      readonly line: number;
    };

const decode = (encoding: Encoding, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, i) => bytes[i] === byte);

/** The workbook format by magic bytes; null for other files. */
function workbookOf(bytes: Uint8Array): "xlsx" | "ods" | "xls" | "encrypted" | null {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))
    // A workbook with a password is kept in a file of the old kind, under this name in UTF-16.
    return new TextDecoder("latin1").decode(bytes).includes([..."EncryptedPackage"].join("\0")) ? "encrypted" : "xls";
  if (!startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return null;
  // An OpenDocument archive begins with its media type, uncompressed.
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  return start.includes("opendocument.spreadsheet") ? "ods" : "xlsx";
}

/** UTF-16 by byte order mark; without one, if at least a quarter of the pairs have a zero byte on the same side and none on the other. */
function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (startsWith(bytes, 0xff, 0xfe)) return "utf-16le";
  if (startsWith(bytes, 0xfe, 0xff)) return "utf-16be";
  if (bytes.length === 0 || bytes.length % 2 !== 0) return null;
  let [high, low] = [0, 0];
  for (const [i, byte] of bytes.subarray(0, 4096).entries()) {
    if (byte !== 0) continue;
    if (i % 2 === 0) high++;
    else low++;
  }
  const enough = Math.min(bytes.length, 4096) / 8;
  if (low > enough && high === 0) return "utf-16le";
  return high > enough && low === 0 ? "utf-16be" : null;
}

/** Non-ASCII characters of Vietnamese text in Windows-1258. Others mean another encoding, or a legacy font such as TCVN3. */
const LETTERS = new Set("ÀÁÂĂÈÉÊÍĐÓÔƠÙÚƯàáâăèéêíđóôơùúư\u00a0°±²«»×–—‘’“”…•₫");
const TONES = new Set("\u0300\u0301\u0303\u0309\u0323");
const VOWELS = new Set("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY");

/** Windows-1258 text as NFC; null unless it has a đ or a combining tone mark, which no other single-byte encoding would produce. */
function windows1258(bytes: Uint8Array): string | null {
  const text = decode("windows-1258", bytes);
  if (text === null) return null;
  let isVietnamese = false;
  let before = "";
  for (const character of text) {
    const isTone = TONES.has(character);
    if (isTone && !VOWELS.has(before)) return null;
    if (!isTone && character > "~" && !LETTERS.has(character)) return null;
    isVietnamese ||= isTone || character === "đ" || character === "Đ";
    before = character;
  }
  return isVietnamese ? text.normalize("NFC") : null;
}

/** Control characters that no table of any encoding holds: they tell a picture, a PDF or other bytes from text. */
const isControl = (byte: number) => byte < 0x20 && ![0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a].includes(byte);

/** A PDF or an empty archive, which can be valid text. */
const isOtherFile = (bytes: Uint8Array) =>
  startsWith(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06);

/** Decodes a file by detecting its encoding. Ambiguous bytes are refused, not guessed: Latin-1 shares its range with Windows-1258. */
export function readBytes(bytes: Uint8Array): FileText {
  const workbook = workbookOf(bytes);
  if (workbook) return { ok: false, code: workbook, line: 1 };
  if (isOtherFile(bytes)) return { ok: false, code: "not_table", line: 1 };
  const encoding = utf16Of(bytes) ?? "utf-8";
  const text = decode(encoding, bytes);
  if (text !== null) return { ok: true, text, encoding };
  const vietnamese = windows1258(bytes);
  if (vietnamese !== null) return { ok: true, text: vietnamese, encoding: "windows-1258" };
  if (bytes.some(isControl)) return { ok: false, code: "not_table", line: 1 };
  // The text before the first invalid byte ends on the line to report.
  const read = new TextDecoder("utf-8").decode(bytes);
  return { ok: false, code: "not_text", line: read.slice(0, Math.max(0, read.indexOf("\ufffd"))).split("\n").length };
}
