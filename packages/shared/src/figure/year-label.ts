import { trimHidden } from "../text/clean.ts";
import { folded } from "../text/fold.ts";

/** Status in a year's label: P provisional, E estimate. */
export type YearGrade = "P" | "E";
export type ReadYear =
  | { readonly ok: true; readonly year: number; readonly grade: YearGrade | null }
  /** `year_mark`: a year with the unknown text `mark` beside it. `not_a_year`: no year, or several. */
  | { readonly ok: false; readonly code: "year_mark"; readonly year: number; readonly mark: string }
  | { readonly ok: false; readonly code: "not_a_year" };

const LONGEST = 60;
const grades = new Map<string, YearGrade | null>(
  (
    [
      [null, ["nam", "year"]],
      ["P", ["so bo", "so lieu so bo", "prel", "preliminary", "prov", "provisional", "p"]],
      ["E", ["uoc tinh", "uoc", "uoc th", "uoc thuc hien", "est", "estimate", "estimated", "e"]],
    ] as const
  ).flatMap(([grade, phrases]) => phrases.map((phrase) => [phrase, grade] as const)),
);

/** Status by the words beside a year, matched as phrases from the left, longest first; undefined for an unknown or contradictory one. */
function gradeOf(words: readonly string[]): YearGrade | null | undefined {
  let grade: YearGrade | null = null;
  for (let from = 0; from < words.length; ) {
    let length = Math.min(4, words.length - from);
    while (length > 0 && !grades.has(words.slice(from, from + length).join(" "))) length--;
    if (length === 0) return undefined;
    const said = grades.get(words.slice(from, from + length).join(" ")) ?? null;
    if (said && grade && said !== grade) return undefined;
    grade = said ?? grade;
    from += length;
  }
  return grade;
}

/** Parses a year label of statistical tables: 2024, "Sơ bộ 2024", "2024 (ước tính)", "Prel. 2024", "2024e", "Sơ bộ - Prel. 2024". Any other text beside the year is an error. */
export function readYear(input: string): ReadYear {
  const typed = trimHidden(input).replaceAll("\u00a0", " ");
  if (/^\d{4}$/.test(typed)) return { ok: true, year: Number(typed), grade: null };
  if (typed.length > LONGEST) return { ok: false, code: "not_a_year" };
  const years = [...typed.matchAll(/(?<!\d)\d{4}(?!\d)/g)].map(([year]) => year);
  const year = years[0];
  if (year === undefined || years.some((other) => other !== year)) return { ok: false, code: "not_a_year" };
  const rest = typed.replaceAll(year, " ").trim();
  const words = folded(rest)
    .split(/[\s().,:/–-]+/u)
    .filter(Boolean);
  const grade = words.length > 0 ? gradeOf(words) : undefined;
  if (grade === undefined)
    return { ok: false, code: "year_mark", year: Number(year), mark: rest.replace(/\s+/gu, " ") };
  return { ok: true, year: Number(year), grade };
}
