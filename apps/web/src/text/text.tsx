import type { I18n } from "@lingui/core";
import type { Lang } from "@moc2030/shared/text/lang";
import { createContext, type ReactNode, use } from "react";
import { catalogue } from "./catalogue.ts";

/** The name of a text of the public pages; one that no catalogue holds is a type error. */
export type TextId = keyof typeof import("./vi.json", { with: { "resolution-mode": "import" }});
/** Says a text in the language of the page. */
export type Say = (id: TextId, values?: Record<string, string | number>) => string;
/** A language with its texts: all that a sentence written from numbers needs. */
export type Text = { lang: Lang; say: Say };

/** The texts of the public pages. */
export const texts = catalogue({
  vi: () => import("./vi.json", { with: { type: "json" } }),
  en: () => import("./en.json", { with: { type: "json" } }),
});

const speaking = new WeakMap<I18n, Text>();

/** What speaks a language: the same each time, so that what is written with it can be remembered. */
export function textOf(i18n: I18n): Text {
  const known = speaking.get(i18n);
  if (known) return known;
  const text: Text = { lang: i18n.locale as Lang, say: (id, values) => i18n._(id, values) };
  speaking.set(i18n, text);
  return text;
}

const TextContext = createContext<Text | null>(null);

/**
 * Gives a language to a part of the page. Lingui's own provider passes a new language on in an effect: the page would
 * be drawn twice, and the first time in two languages.
 */
export const TextProvider = ({ i18n, children }: { i18n: I18n; children: ReactNode }) => (
  <TextContext value={textOf(i18n)}>{children}</TextContext>
);

/** The texts of the page's language. */
export function useText(): Text {
  const text = use(TextContext);
  if (!text) throw new Error("A text was asked for outside of a TextProvider");
  return text;
}
