/** Nothing that staff enter happened before; an earlier day is a slip of the keys. */
export const FIRST_DAY = "1900-01-01";

/** Whether a text is a calendar day, `YYYY-MM-DD`, that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** Year, month and day as written, of one or two digits, as `YYYY-MM-DD`. */
export const isoDay = (year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;

/** The last day that a reduced date covers: `2024` → `2024-12-31`, `2024-02` → `2024-02-29`, a day → itself. */
export function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length > 7) return date;
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Whether a text is a year, month or day that exists: `2024`, `2024-02`, `2024-02-29`, and not `2021-22`. */
export const isReducedDate = (text: string): boolean =>
  /^\d{4}(-\d{2}){0,2}$/.test(text) && isDay(lastDay(text)) && lastDay(text).startsWith(text);

/** The day `days` after (before, if negative) another, both `YYYY-MM-DD`. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

const OFFSET_MS = 7 * 3_600_000;

/** Date and time in Viet Nam at `instant`, `YYYY-MM-DDTHH:MM:SS.sss`; UTC+07:00 all year. */
export const timeInVietNam = (instant: Date): string =>
  new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, -1);

/** The calendar day in Viet Nam at `instant`, `YYYY-MM-DD`. */
export const dayInVietNam = (instant: Date): string => timeInVietNam(instant).slice(0, 10);

/** The instant of a date and time in Viet Nam (`YYYY-MM-DDTHH:MM`), as UTC ISO 8601. */
export const instantInVietNam = (local: string): string => new Date(`${local.slice(0, 16)}:00+07:00`).toISOString();

/** The first instant of `day` in Viet Nam, as UTC ISO 8601. */
export const startOfDay = (day: string): string => new Date(`${day}T00:00:00+07:00`).toISOString();

/** The last millisecond of `day` in Viet Nam, as UTC ISO 8601: "as of a date" includes that day. */
export const endOfDay = (day: string): string => new Date(`${day}T23:59:59.999+07:00`).toISOString();
