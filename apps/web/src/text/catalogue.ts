import { I18n } from "@lingui/core";
import type { Lang } from "@moc2030/shared/text/lang";
import { use } from "react";

type Messages = Record<string, string>;
type Coming = Promise<I18n> & { status?: "fulfilled"; value?: I18n };

/** A failed load is cached this long: without a cache a rerender would retry in a loop. */
const FORGET_MS = 1_000;

/** An I18n instance for a language. */
export function i18nOf(lang: Lang, messages: Messages): I18n {
  const i18n = new I18n({});
  i18n.loadAndActivate({ locale: lang, messages });
  return i18n;
}

/**
 * A lazily loaded catalogue, one chunk per language, merged with `base`. `of` loads it once and retries after a failure;
 * `use` suspends.
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
      // React's `use` reads these: loaded texts do not suspend.
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
