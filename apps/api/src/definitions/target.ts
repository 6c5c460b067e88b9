import type { Target, TargetDefinition } from "@moc2030/shared/schema/target";
import { type Lang, localize } from "@moc2030/shared/text/lang";

/** A target in one language. Its wording stays bilingual, because the Vietnamese text is the legal one. */
export const localizeTarget = ({ wording, ...rest }: TargetDefinition, lang: Lang): Target => ({
  ...localize(rest, lang),
  wording,
});
