import { type ReactNode, useEffect, useRef } from "react";

/** After this long a page has been laid out whole, and gone back to where the reader had left it. */
const AFTER_MS = 600;

/**
 * What begins below the first window of a page. Once it has been laid out, the browser leaves it alone while it is out
 * of sight, and keeps its height: a switch then costs what the reader sees of it. It stays in the page for find, print,
 * links and screen readers.
 */
export function Below({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const waiting = setTimeout(() => box.current?.classList.add("below-settled"), AFTER_MS);
    return () => clearTimeout(waiting);
  }, []);
  return (
    <div ref={box} className="below">
      {children}
    </div>
  );
}
