import { day } from "./format.ts";
import type { PageText } from "./text/page-text.tsx";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** The day of publication as far as it is said; a draft may hold what is no day. */
type Dated = { published: string | null };

/** When a figure was published, as exactly as is known; null where nobody has said. */
export const publishedText = ({ published }: Dated, { lang }: PageText): string | null =>
  published !== null && DAY.test(published) ? day(published, lang) : published;
