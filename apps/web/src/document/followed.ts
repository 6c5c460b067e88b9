import type { Lang } from "@moc2030/shared/text/lang";

/** What a feed or a calendar is narrowed to; nothing for all. */
export type Followed = { indicator?: string | undefined; body?: string | undefined };

/** URL of a feed or a calendar. */
export function followedAddress(file: "feed.atom" | "calendar.ics", { indicator, body }: Followed, lang: Lang): string {
  const of = indicator ? `indicator=${indicator}&` : body ? `body=${body}&` : "";
  return `/api/v1/${file}?${of}lang=${lang}`;
}
