import type { ReactNode } from "react";
import { PageLink } from "../address/page-link.tsx";

/** Link to a release. */
export const ReleaseLink = ({ id, children }: { id: number; children: ReactNode }) => (
  <PageLink to={`/releases/${id}`}>{children}</PageLink>
);
