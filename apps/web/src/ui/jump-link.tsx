import type { ReactNode } from "react";

/** A link to a place on the same page that takes the focus there; the address stays as it is. */
export const JumpLink = ({ to, className, children }: { to: string; className: string; children: ReactNode }) => (
  <a
    href={`#${to}`}
    className={className}
    onClick={(event) => {
      event.preventDefault();
      const target = document.getElementById(to);
      if (!target) return;
      // What sticks in view would only move the page under it.
      const { top, bottom } = target.getBoundingClientRect();
      const isSeen = top >= 0 && bottom <= window.innerHeight;
      target.focus({ preventScroll: isSeen });
      if (!isSeen) target.scrollIntoView({ block: "center" });
    }}
  >
    {children}
  </a>
);
