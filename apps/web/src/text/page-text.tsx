import type { Lang } from "@moc2030/shared/text";
import { catalogue } from "./catalogue.ts";
import { firstTexts, type TextId, useText } from "./text.tsx";

/** The name of a text of a public page; one that no catalogue holds is a type error. */
export type PageTextId = TextId | keyof typeof import("./pages.vi.json", { with: { "resolution-mode": "import" }});
/** Says a text of the first view or of another public page in the language of the page. */
export type PageSay = (id: PageTextId, values?: Record<string, string | number>) => string;
/** A language with the texts of all public pages. */
export type PageText = { lang: Lang; say: PageSay };

/** The texts of the public pages and those of the first view. */
export const pageTexts = catalogue(
  {
    vi: () => import("./pages.vi.json", { with: { type: "json" } }),
    en: () => import("./pages.en.json", { with: { type: "json" } }),
  },
  firstTexts.of,
);

/** The texts of the page's language, those of the public pages among them. */
export const usePageText = (): PageText => useText() as PageText;
