import { type ReactNode, useId } from "react";

type Props = { title: ReactNode; className?: string; look?: string; children: ReactNode };

/** A part of a page under its heading, whose size is `look`. */
export function Section({ title, className, look = "text-lg", children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={className}>
      <h2 id={id} className={look}>
        {title}
      </h2>
      {children}
    </section>
  );
}
