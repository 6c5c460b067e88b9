import type { ReactNode } from "react";
import { useView } from "./view.tsx";

/** Leads to a release in the ledger, in the language and on the day of the view. */
export function ReleaseLink({ id, children }: { id: number; children: ReactNode }) {
  const { lang, asOf } = useView();
  const query = new URLSearchParams({ ...(asOf ? { asOf } : {}), ...(lang === "en" ? { lang } : {}) }).toString();
  return <a href={`/releases/${id}${query ? `?${query}` : ""}`}>{children}</a>;
}
