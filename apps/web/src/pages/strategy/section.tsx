import type { ReactNode } from "react";
import { Section as Part } from "../../ui/section.tsx";

type Props = { id: string; title: string; body?: ReactNode; children?: ReactNode };

/** A section with a heading that the table of contents links to. */
export const Section = ({ body, children, ...heading }: Props) => (
  <Part {...heading} className="mt-14" look="text-xl">
    {body ? <div className="measure mt-2 space-y-2 text-soft">{body}</div> : null}
    {children}
  </Part>
);
