import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { HeldText, useText } from "../text/text.tsx";
import { HeldView, useView } from "../view.tsx";
import { useLate } from "./use-late.ts";

/**
 * What begins below the first window of a page, the later rows of a table too: what changes in it while it is out of
 * sight is drawn after what the reader sees.
 */
export function Below({ as: Box = "div", children }: { as?: "div" | "tbody"; children: ReactNode }) {
  const box = useRef<HTMLDivElement & HTMLTableSectionElement>(null);
  const [isOutOfSight, setOutOfSight] = useState(false);
  const [text, view] = [useText(), useView()];
  const now = useMemo(() => ({ text, view, children }), [text, view, children]);
  const late = useLate(now, now);
  useEffect(() => {
    const element = box.current;
    const observer = new IntersectionObserver((seen) => setOutOfSight(seen.at(-1)?.isIntersecting === false), {
      rootMargin: "100px",
    });
    if (element) observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const shown = isOutOfSight ? late : now;
  return (
    <Box ref={box} {...(Box === "tbody" && { role: "rowgroup" })}>
      <HeldText value={shown.text}>
        <HeldView value={shown.view}>{shown.children}</HeldView>
      </HeldText>
    </Box>
  );
}
