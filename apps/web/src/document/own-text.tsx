import { useText } from "../text/text.tsx";

/** A text as its author wrote it: in English where there is an English one, else in Vietnamese. */
export function OwnText({ of: { vi, en } }: { of: { vi: string; en: string | null } }) {
  const { lang } = useText();
  return lang === "en" && en === null ? <span lang="vi">{vi}</span> : lang === "en" ? en : vi;
}
