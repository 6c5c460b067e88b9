import type { I18n } from "@lingui/core";
import type { Lang } from "@moc2030/shared/text/lang";
import { createContext, type ReactNode, use } from "react";
import { catalogue } from "./catalogue.ts";

/** Text id of public pages. */
export type TextId = keyof typeof import("./vi.json", { with: { "resolution-mode": "import" }});
/** Formats a text in the page's language. */
export type Say = (id: TextId, values?: Record<string, string | number>) => string;
/** A language and its texts, as needed by pure functions that write sentences. */
export type Text = { lang: Lang; say: Say };

/** Catalogue of public texts. */
export const texts = catalogue({
  vi: () => import("./vi.json", { with: { type: "json" } }),
  en: () => import("./en.json", { with: { type: "json" } }),
});

const speaking = new WeakMap<I18n, Text>();

/** Memoised per I18n instance, so that memoised components keep their props. */
export function textOf(i18n: I18n): Text {
  const known = speaking.get(i18n);
  if (known) return known;
  const text: Text = { lang: i18n.locale as Lang, say: (id, values) => i18n._(id, values) };
  speaking.set(i18n, text);
  return text;
}

const TextContext = createContext<Text | null>(null);

/** Provides texts. lingui's own provider updates in an effect, which would render twice and mix languages. */
export const TextProvider = ({ i18n, children }: { i18n: I18n; children: ReactNode }) => (
  <TextContext value={textOf(i18n)}>{children}</TextContext>
);

/** Texts in the page's language. */
export function useText(): Text {
  const text = use(TextContext);
  if (!text) throw new Error("A text was asked for outside of a TextProvider");
  return text;
}
