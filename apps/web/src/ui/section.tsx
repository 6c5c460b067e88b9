import { type ReactNode, useId } from "react";

type Props = {
  /** What an address calls it, where one may. */
  id?: string;
  title: ReactNode;
  className?: string;
  look?: string;
  children: ReactNode;
};

/** A part of a page under its heading, whose size is `look`. */
export function Section({ id, title, className, look = "text-lg", children }: Props) {
  const own = useId();
  const name = id ?? own;
  return (
    <section aria-labelledby={name} className={className}>
      <h2 id={name} className={look}>
        {title}
      </h2>
      {children}
    </section>
  );
}
