/** A text without diacritics and case: "Hàn Quốc" and "han quoc" match. */
export const folded = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll(/[đĐ]/g, "d").toLowerCase().trim();

/** Normalised words. "&" and "%" are words, apostrophes are removed; "kì" is spelled "kỳ". */
export const wordsOf = (text: string): string[] =>
  folded(text)
    .replaceAll("y", "i")
    .replaceAll("&", " and ")
    .replaceAll("%", " percent ")
    .replaceAll(/['’‘ʼ`´.]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
