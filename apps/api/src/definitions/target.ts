import type { KnownTarget, Target } from "@moc2030/shared/schema/target";
import { type Lang, localize } from "@moc2030/shared/text/lang";

/** A target in one language. Its wording stays bilingual, because the Vietnamese text is the legal one. */
export const localizeTarget = ({ wording, verbatim, ...rest }: KnownTarget, lang: Lang): Target => ({
  ...localize(rest, lang),
  wording,
  ...(verbatim && { verbatim }),
});
