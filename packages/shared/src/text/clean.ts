/**
 * Invisible characters and those that reorder text: control and format characters (including bidirectional), line
 * and paragraph separators, fillers, variation selectors, the blank Braille pattern, noncharacters, and halves of
 * surrogate pairs.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/u;
const HIDDEN_BUT_LF = new RegExp(`(?!\\n)${HIDDEN.source}`, "u");

/** Printable ASCII, as most texts are: in normal form, with nothing hidden. */
const PLAIN = /^[ -~]*$/;

/** A hidden character and its position in characters, from 1. */
export interface Hidden {
  readonly code: number;
  readonly at: number;
}

/** Most combining marks on one letter (UAX #15, Stream-Safe Text Format). */
const MAX_MARKS = 30;

const TOO_MANY_MARKS = new RegExp(`\\p{M}{${MAX_MARKS + 1}}`, "u");

/** The first hidden character of a text, or null. Line feeds are allowed if `lines` is "many"; the 31st mark on one letter counts as hidden. */
export function findHidden(text: string, lines: "one" | "many" = "one"): Hidden | null {
  if (PLAIN.test(text)) return null;
  const ends = [lines === "many" ? HIDDEN_BUT_LF : HIDDEN, TOO_MANY_MARKS].flatMap((pattern) => {
    const found = pattern.exec(text);
    return found ? [found.index + found[0].length] : [];
  });
  if (ends.length === 0) return null;
  const read = [...text.slice(0, Math.min(...ends))];
  return { code: (read.at(-1) as string).codePointAt(0) as number, at: read.length };
}

const ALL_HIDDEN = new RegExp(HIDDEN.source, "gu");
const MARKS = new RegExp(`(\\p{M}{${MAX_MARKS}})\\p{M}+`, "gu");
/** A text without its hidden characters, for what nobody can be asked to mend, such as an address. */
export const withoutHidden = (text: string): string => text.replace(ALL_HIDDEN, "").replace(MARKS, "$1");

/** Code point notation: `U+200B`. */
export const codePoint = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;

/** The stored form of a text: NFC, line ends as LF. */
export function normalText(text: string): string {
  if (PLAIN.test(text)) return text;
  // Splitting and joining is linear; replacing half a million line ends is not, and takes five times as long.
  const lined = text.split("\r\n").join("\n").split("\r").join("\n");
  // Normalising n marks on one letter takes n² steps; `findHidden` rejects such a text.
  return TOO_MANY_MARKS.test(lined) ? lined : lined.normalize("NFC");
}

const isBlank = (character: string) => HIDDEN.test(character) || /\s/.test(character);
const PAIR = /^[\ud800-\udbff][\udc00-\udfff]$/;

const VISIBLE = new RegExp(`(?!\\s|${HIDDEN.source}).`, "su");
/** Whether a text holds nothing but spaces and hidden characters. */
export const isBlankText = (text: string): boolean => !VISIBLE.test(text);

/** Trims spaces and hidden characters. */
export function trimHidden(input: string): string {
  // Long runs are of spaces as a rule, which the engine trims faster.
  const text = input.trim();
  let [start, end] = [0, text.length];
  const width = (pair: string) => (PAIR.test(pair) ? 2 : 1);
  for (let size = 0; start < end; start += size) {
    size = width(text.slice(start, start + 2));
    if (!isBlank(text.slice(start, start + size))) break;
  }
  for (let size = 0; end > start; end -= size) {
    size = width(text.slice(Math.max(0, end - 2), end));
    if (!isBlank(text.slice(end - size, end))) break;
  }
  return text.slice(start, end);
}

/** A negative number, alone or before words; with an operator or `cmd|…!A0` behind it a spreadsheet would calculate. */
const NEGATIVE = /^.[\d０-９][\d０-９.,]*[%‰]?(?:$|\s+[\p{L}\d(][^|!=｜！＝]*$)/u;

/** Whether a spreadsheet would read a text as a formula: its first visible character, in any width, is `=`, `+` or `@`, or a `-` that begins no negative number. */
export function looksLikeFormula(text: string): boolean {
  const seen = trimHidden(text);
  const start = seen.slice(0, 2).normalize("NFKC");
  return /^[=+@]/.test(start) || (start.startsWith("-") && !NEGATIVE.test(seen));
}

/** Whether a text is a web address: http or https, without spaces, hidden characters, or a user's name or password. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(text) || findHidden(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === "" && password === "";
}
