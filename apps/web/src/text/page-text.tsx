import type { I18n } from "@lingui/core";
import type { Lang } from "@moc2030/shared/text";
import { use } from "react";
import { i18nOf, type TextId, textsOf, useText } from "./text.tsx";

/** The name of a text of a public page; one that no catalogue holds is a type error. */
export type PageTextId = TextId | keyof typeof import("./pages.vi.json", { with: { "resolution-mode": "import" }});
/** Says a text of the first view or of another public page in the language of the page. */
export type PageSay = (id: PageTextId, values?: Record<string, string | number>) => string;
/** A language with the texts of all public pages. */
export type PageText = { lang: Lang; say: PageSay };

type Loading = Promise<I18n> & { status?: "fulfilled" | "rejected" };
const loading = new Map<Lang, Loading>();

/** The texts of the public pages and those of the first view, fetched once; anew where that has failed. */
export function pageTextsOf(lang: Lang): Promise<I18n> {
  const known = loading.get(lang);
  if (known && known.status !== "rejected") return known;
  const own =
    lang === "vi"
      ? import("./pages.vi.json", { with: { type: "json" } })
      : import("./pages.en.json", { with: { type: "json" } });
  const texts = Promise.all([textsOf(lang), own]).then(([first, { default: messages }]) =>
    i18nOf(lang, { ...(first.messages as Record<string, string>), ...messages }),
  );
  texts.then(
    (value) => Object.assign(texts, { status: "fulfilled", value }),
    (reason) => Object.assign(texts, { status: "rejected", reason }),
  );
  loading.set(lang, texts);
  return texts;
}

/** Whether the texts of the public pages have come in a language. */
export const hasPageTexts = (lang: Lang): boolean => loading.get(lang)?.status === "fulfilled";

/** The texts of the public pages for a component, which waits for them where they have not come yet. */
export const usePageTexts = (lang: Lang): I18n =>
  // A failure stays one until the router loads the page again: a drawing that asked anew would do so without end.
  use(loading.get(lang) ?? pageTextsOf(lang));

/** The texts of the page's language, those of the public pages among them. */
export const usePageText = (): PageText => useText() as PageText;
