import type { I18n } from "@lingui/core";
import type { Lang } from "@moc2030/shared/text";
import { type ReactNode, use } from "react";
import { useView } from "../view.tsx";
import { type PageTextId, pageTextsOf } from "./page-text.tsx";
import { i18nOf, TextProvider, useText } from "./text.tsx";

/** The name of a text of the staff pages; one that no catalogue holds is a type error. */
export type StaffTextId = PageTextId | keyof typeof import("./staff.vi.json", { with: { "resolution-mode": "import" }});
/** Says a text of the public or the staff pages in the language of the page. */
export type StaffSay = (id: StaffTextId, values?: Record<string, string | number>) => string;
/** A language with all texts. */
export type StaffText = { lang: Lang; say: StaffSay };

const loading = new Map<Lang, Promise<I18n>>();

/** The texts of the staff pages and those of the public pages; the staff's come only where they are needed. */
function staffTextsOf(lang: Lang): Promise<I18n> {
  const known = loading.get(lang);
  if (known) return known;
  const own =
    lang === "vi"
      ? import("./staff.vi.json", { with: { type: "json" } })
      : import("./staff.en.json", { with: { type: "json" } });
  const texts = Promise.all([pageTextsOf(lang), own]).then(([all, { default: messages }]) =>
    i18nOf(lang, { ...(all.messages as Record<string, string>), ...messages }),
  );
  texts.then(
    (value) => Object.assign(texts, { status: "fulfilled", value }),
    // Forgotten once its failure has been drawn: a drawing that asked anew at once would do so without end.
    () => setTimeout(() => loading.delete(lang), 1000),
  );
  loading.set(lang, texts);
  return texts;
}

/** Gives the staff's texts to a part of the page, which waits for them. */
export function StaffTextProvider({ children }: { children: ReactNode }) {
  const { lang } = useView();
  return <TextProvider i18n={use(staffTextsOf(lang))}>{children}</TextProvider>;
}

/** The texts of the page's language, the staff's among them. */
export const useStaffText = (): StaffText => useText() as StaffText;
