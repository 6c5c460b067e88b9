import { instantInVietNam } from "@moc2030/shared/text/date";

/** What a field of day and time says in Viet Nam, as an instant; null where it says nothing. The reader's own zone plays no part. */
export function vietnamInstant(local: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(local)) return null;
  return instantInVietNam(local);
}
