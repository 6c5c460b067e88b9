import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

/** Leads to a release in the ledger, in the language and on the day of the view. */
export const ReleaseLink = ({ id, children }: { id: number; children: ReactNode }) => (
  <Link to="/releases/$id" params={{ id: String(id) }}>
    {children}
  </Link>
);
