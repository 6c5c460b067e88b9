import { I18n } from "@lingui/core";
import type { Lang } from "@moc2030/shared/text/lang";
import { use } from "react";

type Messages = Record<string, string>;
type Coming = Promise<I18n> & { status?: "fulfilled"; value?: I18n };

/** A failure is drawn before it is forgotten: a drawing that asked anew at once would do so without end. */
const FORGET_MS = 1_000;

/** A language made from its texts. */
export function i18nOf(lang: Lang, messages: Messages): I18n {
  const i18n = new I18n({});
  i18n.loadAndActivate({ locale: lang, messages });
  return i18n;
}

/**
 * Texts that come apart from others, each language from a chunk of its own: `of` fetches one once, and anew where that
 * has failed; `use` is for a component, which waits for it. They add to those of `base`.
 */
export function catalogue(
  own: { readonly [lang in Lang]: () => Promise<{ default: Messages }> },
  base?: (lang: Lang) => Promise<I18n>,
) {
  const coming = new Map<Lang, Coming>();
  function of(lang: Lang): Promise<I18n> {
    const known = coming.get(lang);
    if (known) return known;
    const texts: Coming = Promise.all([base?.(lang), own[lang]()]).then(([others, { default: messages }]) =>
      i18nOf(lang, { ...(others?.messages as Messages | undefined), ...messages }),
    );
    texts.then(
      // React reads these two: texts that have come are used at once, without a render that waits.
      (value) => Object.assign(texts, { status: "fulfilled", value }),
      () => setTimeout(() => coming.delete(lang), FORGET_MS),
    );
    coming.set(lang, texts);
    return texts;
  }
  return {
    of,
    use: (lang: Lang): I18n => use(of(lang)),
  };
}
