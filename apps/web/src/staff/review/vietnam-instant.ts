import { instantInVietNam } from "@moc2030/shared/text/date";
import { writtenDay } from "@moc2030/shared/text/written-day";

/** What a field of day and time says in Viet Nam (16/9/2025 08:00), as an instant; null where it says none. The reader's own zone plays no part. */
export function vietnamInstant(typed: string): string | null {
  const [, day, hour = "", minute = ""] = /^([\d/.-]+)[, T]+(\d{1,2}):(\d{2})$/.exec(typed.trim()) ?? [];
  const written = writtenDay(day);
  if (written === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  return instantInVietNam(`${written}T${hour.padStart(2, "0")}:${minute}`);
}
