/** Widths in em, measured on Be Vietnam Pro semibold and rounded up; fallback fonts are narrower. */
const widths: [RegExp, number][] = [
  [/\s/, 0.25],
  [/[iIl.,:;'’·|!]/, 0.33],
  [/[1frtj/()-]/, 0.47],
  [/[mwMW%≤≥→]/, 0.92],
  [/[A-ZĐ–—]/, 0.78],
];

const known = new Map<string, number>();

/** Width of a character in em; diacritics add none. Cached, since a chart measures thousands of labels. */
function charWidth(char: string): number {
  let em = known.get(char);
  if (em === undefined) {
    const plain = char.normalize("NFD").replace(/\p{M}/gu, "");
    em = plain === "" ? 0 : (widths.find(([pattern]) => pattern.test(plain))?.[1] ?? 0.68);
    known.set(char, em);
  }
  return em;
}

/** Width of a text in pixels without a DOM, so that layout stays a pure function. */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const char of text) em += charWidth(char);
  return Math.ceil(em * size);
}

/** Wraps text at spaces into lines of at most `width` pixels; a longer word is a line of its own. */
export function wrapText(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && textWidth(`${line} ${word}`, size) <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Wraps text into at most `count` lines of balanced width. */
export function balance(text: string, count: number, size: number): string[] {
  if (count === 1) return [text];
  const widest = textWidth(text, size);
  let width = Math.max(...text.split(" ").map((word) => textWidth(word, size)));
  while (width < widest && wrapText(text, width, size).length > count) width += 4;
  return wrapText(text, width, size);
}

/** The text with no-break spaces. */
export const unbroken = (text: string): string => text.replaceAll(" ", "\u00a0");

/** Wraps text like `wrapText`, but keeps a sign with its number and breaks long words such as URLs. */
export function brokenLines(text: string, width: number, fontSize: number): string[] {
  return wrapText(text.replaceAll(/([<>≤≥→]) /g, "$1\u00a0"), width, fontSize).flatMap((line) => {
    const parts: string[] = [];
    let rest = line;
    while (textWidth(rest, fontSize) > width && rest.length > 1) {
      let end = rest.length;
      while (end > 1 && textWidth(rest.slice(0, end), fontSize) > width) end--;
      parts.push(rest.slice(0, end));
      rest = rest.slice(end);
    }
    return [...parts, rest];
  });
}
