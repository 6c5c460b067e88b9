import { timeInVietNam } from "@moc2030/shared/text/date";
import type { Lang } from "@moc2030/shared/text/lang";
import { dayOfInstant } from "./format.ts";

/** Formats an instant in Viet Nam time: 16/9/2025, 14:05. */
export function instant(iso: string, lang: Lang): string {
  const time = timeInVietNam(new Date(iso)).slice(11, 16);
  return `${dayOfInstant(iso, lang)}, ${time}`;
}
