/**
 * Characters that nobody sees or that move what is seen: control and format characters (bidirectional ones too), line
 * and paragraph separators, fillers, variation selectors, the blank Braille pattern, and halves of surrogate pairs.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;
const HIDDEN_BUT_LF = new RegExp(`(?!\\n)${HIDDEN.source}`, "u");

/** A hidden character, and where it stands: counted in characters from 1. */
export interface Hidden {
  readonly code: number;
  readonly at: number;
}

/** No language puts more marks on one letter than this (UAX #15, stream-safe text). */
const MOST_MARKS = 30;

const TOO_MANY_MARKS = new RegExp(`\\p{M}{${MOST_MARKS + 1}}`, "u");

/** The first hidden character of a text; null where there is none. Line feeds pass where `lines` is "many". The thirty-first mark on one letter counts as hidden. */
export function findHidden(text: string, lines: "one" | "many" = "one"): Hidden | null {
  const ends = [lines === "many" ? HIDDEN_BUT_LF : HIDDEN, TOO_MANY_MARKS].flatMap((pattern) => {
    const found = pattern.exec(text);
    return found ? [found.index + found[0].length] : [];
  });
  if (ends.length === 0) return null;
  const read = [...text.slice(0, Math.min(...ends))];
  return { code: (read.at(-1) as string).codePointAt(0) as number, at: read.length };
}

/** The name of a character as Unicode writes it: `U+200B`. */
export const codePoint = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;

/** A text as it is kept: NFC, and line ends as LF. */
export function normalText(text: string): string {
  // Of half a million ends of lines, replacing takes five times as long as splitting, and more than twice for twice.
  const lined = text.split("\r\n").join("\n").split("\r").join("\n");
  // Ordering n marks on one letter takes n² steps; `findHidden` refuses them.
  return TOO_MANY_MARKS.test(lined) ? lined : lined.normalize("NFC");
}

const isBlank = (character: string) => HIDDEN.test(character) || /\s/.test(character);
const PAIR = /^[\ud800-\udbff][\udc00-\udfff]$/;

/** A text without the spaces and hidden characters around it. */
export function trimHidden(text: string): string {
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

/** Whether a spreadsheet would take a text for a formula: its first visible character, in any width, is `=`, `+` or `@`, or `-` before anything but a digit. */
export function looksLikeFormula(text: string): boolean {
  const seen = trimHidden(text).slice(0, 2).normalize("NFKC");
  return /^(?:[=+@]|-(?!\d))/.test(seen);
}

/** Whether a text is the address of a page: http or https, without spaces, hidden characters, or a user's name or password. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(text) || findHidden(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === "" && password === "";
}
