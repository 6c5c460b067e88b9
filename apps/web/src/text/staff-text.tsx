import type { Lang } from "@moc2030/shared/text/lang";
import type { ReactNode } from "react";
import { useView } from "../address/view.tsx";
import { catalogue } from "./catalogue.ts";
import { type TextId, TextProvider, texts, useText } from "./text.tsx";

/** Text id of public and staff pages. */
export type StaffTextId = TextId | keyof typeof import("./staff.vi.json", { with: { "resolution-mode": "import" }});
/** Formats a text in the page's language. */
export type StaffSay = (id: StaffTextId, values?: Record<string, string | number>) => string;
/** Language and texts of staff pages. */
export type StaffText = { lang: Lang; say: StaffSay };

/** Catalogue of staff texts on top of the public ones; loaded with the first staff page. */
const staffTexts = catalogue(
  {
    vi: () => import("./staff.vi.json", { with: { type: "json" } }),
    en: () => import("./staff.en.json", { with: { type: "json" } }),
  },
  texts.of,
);

/** Provides staff texts; suspends until they are loaded. */
export function StaffTextProvider({ children }: { children: ReactNode }) {
  const { lang } = useView();
  return <TextProvider i18n={staffTexts.use(lang)}>{children}</TextProvider>;
}

/** Texts of staff pages in the page's language. */
export const useStaffText = (): StaffText => useText() as StaffText;
