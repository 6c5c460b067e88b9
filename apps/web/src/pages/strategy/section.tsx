import type { ReactNode } from "react";

/** A part of the page with its heading, which the contents lead to. */
export const Section = ({
  id,
  title,
  body,
  children,
}: {
  id: string;
  title: string;
  body?: ReactNode;
  children?: ReactNode;
}) => (
  <section aria-labelledby={id} className="mt-14">
    <h2 id={id} className="text-xl">
      {title}
    </h2>
    {body ? <div className="measure mt-2 space-y-2 text-soft">{body}</div> : null}
    {children}
  </section>
);
