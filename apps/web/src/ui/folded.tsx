import { type ReactNode, useEffect, useRef } from "react";

type Props = {
  summary: ReactNode;
  isOpen?: boolean;
  /** Folded on a phone only, where the screen allows it. */
  onPhone?: boolean;
  className?: string;
  children: ReactNode;
};

/**
 * What not every reader needs at once. The browser's own search opens it, so does an address that names something in it,
 * and paper shows it whole.
 */
export function Folded({ summary, isOpen = false, onPhone = false, className = "", children }: Props) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const reveal = () => {
      const details = box.current;
      const named = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
      if (!details || details.open || !named || !details.contains(named)) return;
      details.open = true;
      named.scrollIntoView();
    };
    reveal();
    addEventListener("hashchange", reveal);
    return () => removeEventListener("hashchange", reveal);
  }, []);
  return (
    <details
      ref={box}
      open={isOpen || undefined}
      className={`more folded ${onPhone ? "folded-on-phone" : ""} ${className}`}
    >
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
