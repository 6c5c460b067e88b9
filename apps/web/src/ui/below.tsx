import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { HeldText, useText } from "../text/text.tsx";
import { HeldView, useView } from "../view.tsx";
import { useLate } from "./use-late.ts";

/** After this long a page has been laid out whole, and gone back to where the reader had left it. */
const AFTER_MS = 600;

/**
 * What begins below the first window of a page, the later rows of a table too. Once it has been laid out, the browser
 * leaves it alone while it is out of sight, and keeps its height; what changes in it is drawn after what the reader sees.
 * It stays in the page for find, print, links and screen readers.
 */
export function Below({ as: Box = "div", children }: { as?: "div" | "tbody"; children: ReactNode }) {
  const box = useRef<HTMLDivElement & HTMLTableSectionElement>(null);
  const [isOutOfSight, setOutOfSight] = useState(false);
  const [text, view] = [useText(), useView()];
  const now = useMemo(() => ({ text, view, children }), [text, view, children]);
  const late = useLate(now, now);
  useEffect(() => {
    const element = box.current;
    const waiting = setTimeout(() => element?.classList.toggle("below-settled", Box === "div"), AFTER_MS);
    // Nearer than where a browser stops laying out, which is a window and a half away.
    const observer = new IntersectionObserver((seen) => setOutOfSight(seen.at(-1)?.isIntersecting === false), {
      rootMargin: "100px",
    });
    if (element) observer.observe(element);
    return () => {
      clearTimeout(waiting);
      observer.disconnect();
    };
  }, [Box]);
  const shown = isOutOfSight ? late : now;
  return (
    // Rows are left alone with the part they are in: inside another, they would have lost their height when that is laid out.
    <Box ref={box} {...(Box === "tbody" ? { role: "rowgroup" } : { className: "below" })}>
      <HeldText value={shown.text}>
        <HeldView value={shown.view}>{shown.children}</HeldView>
      </HeldText>
    </Box>
  );
}
