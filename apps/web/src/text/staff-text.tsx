import type { Lang } from "@moc2030/shared/text/lang";
import type { ReactNode } from "react";
import { useView } from "../address/view.tsx";
import { catalogue } from "./catalogue.ts";
import { type TextId, TextProvider, texts, useText } from "./text.tsx";

/** The name of a text of the staff pages; one that no catalogue holds is a type error. */
export type StaffTextId = TextId | keyof typeof import("./staff.vi.json", { with: { "resolution-mode": "import" }});
/** Says a text of the public or the staff pages in the language of the page. */
export type StaffSay = (id: StaffTextId, values?: Record<string, string | number>) => string;
/** A language with all texts. */
export type StaffText = { lang: Lang; say: StaffSay };

/** The texts of the staff pages and those of the public pages; the staff's come only where they are needed. */
const staffTexts = catalogue(
  {
    vi: () => import("./staff.vi.json", { with: { type: "json" } }),
    en: () => import("./staff.en.json", { with: { type: "json" } }),
  },
  texts.of,
);

/** Gives the staff's texts to a part of the page, which waits for them. */
export function StaffTextProvider({ children }: { children: ReactNode }) {
  const { lang } = useView();
  return <TextProvider i18n={staffTexts.use(lang)}>{children}</TextProvider>;
}

/** The texts of the page's language, the staff's among them. */
export const useStaffText = (): StaffText => useText() as StaffText;
