import type { ReactNode } from "react";
import { PageLink } from "../address/page-link.tsx";

/** Leads to a release in the ledger, in the language and on the day of the view. */
export const ReleaseLink = ({ id, children }: { id: number; children: ReactNode }) => (
  <PageLink to={`/releases/${id}`}>{children}</PageLink>
);
