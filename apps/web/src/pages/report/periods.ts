import { FIRST_REPORT_YEAR } from "@moc2030/shared/page/report";

/** The periods that have begun by a day, newest first: "2026", "2026-H1", "2025" … */
export function periodsUntil(day: string): string[] {
  const last = Number(day.slice(0, 4));
  return Array.from({ length: Math.max(0, last - FIRST_REPORT_YEAR + 1) }, (_, at) => last - at).flatMap((year) => [
    `${year}`,
    `${year}-H1`,
  ]);
}
