import type { Lang } from "@moc2030/shared/text";
import { dayOfInstant } from "./format.ts";

/** An instant in Viet Nam's time: 16/9/2025, 14:05. */
export function instant(iso: string, lang: Lang): string {
  const time = new Date(Date.parse(iso) + 7 * 3_600_000).toISOString().slice(11, 16);
  return `${dayOfInstant(iso, lang)}, ${time}`;
}
