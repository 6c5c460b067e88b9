import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { ROOT } from "../root.ts";

/** Minimum number of guesses, as a power of two, for an attacker who tries words, names, dates and sequences first. */
const MIN_BITS = 36;
/** Bits per further character or word of a kind. `own`: the person's name and address, and the product's. */
const BITS = { letter: 3.5, digit: 3.3, mark: 4, year: 6, date: 12, run: 5, again: 2, own: 2, leaked: 15 };
const DIACRITICS = /\p{M}/gu;
/** Letters that a digit or symbol stands for. */
const STANDS_FOR: Record<string, string> = {
  "0": "o",
  "1": "il",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
  "9": "g",
  "@": "a",
  $: "s",
  "!": "il",
};
/** Keyboard walks and well-known sequences. */
const WALKS = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "`1234567890-=",
  "!@#$%^&*()_+",
  "qwertyuiop[]\\",
  "asdfghjkl;'",
  "zxcvbnm,./",
  "qazwsxedcrfvtgbyhnujmikolp",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
  "qaz1wsx2edc3rfv4tgb5yhn6ujm7ik8ol9p0",
  "zaq1xsw2cde3vfr4bgt5nhy6mju7",
  "1q2w3e4r5t6y7u8i9o0p",
  "q1w2e3r4t5y6u7i8o9p0",
  "qawsedrftgyhujikolp",
  "azsxdcfvgbhnjmk",
  "1a2s3d4f5g6h7j8k9l",
  "a1s2d3f4g5h6j7k8l9",
  "z1x2c3v4b5n6m7",
  "12qw34er56ty78ui90op",
  "qwaszxerdfcvtyghbn",
  "147258369",
  "159753",
  "789456123",
].flatMap((walk) => [walk, [...walk].reverse().join("")]);

/** Without case, diacritics and separators. */
const bare = (text: string) =>
  text
    .normalize("NFKD")
    .replace(DIACRITICS, "")
    .toLowerCase()
    .replace(/đ/g, "d")
    .replace(/[\s._-]/g, "");

type Words = Map<string, { word: string; bits: number }[]>;
let known: Words | undefined;
/** The words of common-words.txt by first letter (`# bits N` applies to the lines below it), and leaked passwords. */
function commonWords(): Words {
  if (known) return known;
  const words: Words = new Map();
  let bits = 0;
  const file = (name: string) => readFileSync(join(ROOT, "apps/api/src/identity", name));
  for (const line of file("common-words.txt").toString("utf8").split("\n")) {
    if (line.startsWith("#")) bits = Number(/^# bits (\d+)/.exec(line)?.[1] ?? bits);
    else for (const word of line.split(" ").map(bare).filter(Boolean)) add(words, word, bits);
  }
  // From the 20,000 most common of 12 and more characters in SecLists' 10-million-password-list (MIT), those that no other rule rejects.
  for (const line of gunzipSync(file("common-passwords.txt.gz")).toString("latin1").split("\n"))
    if (line) add(words, bare(line), BITS.leaked);
  known = words;
  return words;
}
function add(words: Words, word: string, bits: number) {
  const first = word[0] ?? "";
  const same = words.get(first);
  if (same) same.push({ word, bits });
  else words.set(first, [{ word, bits }]);
}

/** Words from the account: the name, whole and in parts, the email address, and the product. */
function ownWords({ name, email }: { name: string; email: string }): Words {
  const parts = [name, ...name.split(/\s+/), email, ...email.split(/[@.\-_+\d]+/), email.split("@")[0] ?? ""];
  const initials = name.split(/\s+/).map((part) => bare(part)[0] ?? "");
  const words: Words = new Map();
  for (const word of [...parts.map(bare), initials.join(""), "moc2030", "moc", "kpi", "dashboard", "2289"])
    if (word.length > 1) add(words, word, word.length === 2 ? BITS.run : BITS.own);
  return words;
}

/** Whether `word` is at `at`, with or without digits and symbols for letters. */
function matchesAt(text: string, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const [shown = "", meant = ""] = [text[at + i], word[i]];
    if (shown !== meant && !STANDS_FOR[shown]?.includes(meant)) return false;
  }
  return true;
}

/** Length of the longest keyboard walk from `at`; 0 below three characters. */
function walkLengthAt(text: string, at: number): number {
  let longest = 0;
  for (const walk of WALKS) {
    for (let from = walk.indexOf(text[at] ?? ""); from >= 0; from = walk.indexOf(text[at] ?? "", from + 1)) {
      let length = 1;
      while (at + length < text.length && text[at + length] === walk[from + length]) length++;
      longest = Math.max(longest, length);
    }
  }
  return longest >= 3 ? longest : 0;
}

/** How far the `unit` characters before `at` are repeated from there. */
function repeatLengthAt(text: string, at: number, unit: number): number {
  let end = at;
  while (end < text.length && text[end] === text[end - unit]) end++;
  return end - at - ((end - at) % unit);
}

const YEAR = /^(19|20)\d\d/;
const DATE =
  /^(0?[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])((19|20)\d\d|\d\d)|^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/;

/** The cheapest description of a text in bits, by dynamic programming; linear in its length. */
function bitsOf(text: string, dictionaries: readonly Words[]): number {
  const least: number[] = [0, ...Array<number>(text.length).fill(Number.POSITIVE_INFINITY)];
  for (let at = 0; at < text.length; at++) {
    const here = least[at] ?? 0;
    const take = (length: number, bits: number) => {
      least[at + length] = Math.min(least[at + length] ?? Number.POSITIVE_INFINITY, here + bits);
    };
    const char = text[at] ?? "";
    take(1, /\d/.test(char) ? BITS.digit : /\p{L}/u.test(char) ? BITS.letter : BITS.mark);
    const firsts = [char, ...(STANDS_FOR[char] ?? "")];
    for (const words of dictionaries)
      for (const first of firsts)
        for (const { word, bits } of words.get(first) ?? [])
          if (at + word.length <= text.length && matchesAt(text, at, word)) take(word.length, bits);
    for (let length = walkLengthAt(text, at); length >= 3; length--) take(length, BITS.run);
    for (let unit = 1; unit <= at; unit++) {
      const length = repeatLengthAt(text, at, unit);
      if (length > 1) take(length, BITS.again);
    }
    const rest = text.slice(at, at + 8);
    if (YEAR.test(rest)) take(4, BITS.year);
    const date = DATE.exec(rest)?.[0];
    if (date) take(date.length, BITS.date);
  }
  return least[text.length] ?? 0;
}

/**
 * Whether an attacker who knows the person would soon guess a password: leaked ones, common words, names, dates,
 * sequences and repetitions, in any case or leetspeak. Digits only always are: identity and phone numbers, dates.
 */
export function isGuessable(password: string, person: { name: string; email: string }): boolean {
  const text = bare(password);
  if (/^[\d\p{P}\p{S}]*$/u.test(text)) return true;
  const dictionaries = [commonWords(), ownWords(person)];
  const backwards = [...text].reverse().join("");
  return Math.min(bitsOf(text, dictionaries), bitsOf(backwards, dictionaries)) < MIN_BITS;
}
