import { type ReactNode, startTransition, useEffect, useRef, useState } from "react";
import { TextContext, useText } from "../text/text.tsx";
import { useView, ViewContext } from "../view.tsx";
import { afterPaint } from "./after-paint.ts";

/** After this long a page has been laid out whole, and gone back to where the reader had left it. */
const AFTER_MS = 600;

/**
 * What begins below the first window of a page. Once it has been laid out, the browser leaves it alone while it is out
 * of sight, and keeps its height; what changes in it is drawn after what the reader sees. It stays in the page for find,
 * print, links and screen readers.
 */
export function Below({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const now = { text: useText(), view: useView(), children };
  const [isOutOfSight, setOutOfSight] = useState(false);
  const [drawn, setDrawn] = useState(now);
  useEffect(() => {
    const element = box.current;
    const waiting = setTimeout(() => element?.classList.add("below-settled"), AFTER_MS);
    const see = (event: Event) => setOutOfSight((event as ContentVisibilityAutoStateChangeEvent).skipped);
    element?.addEventListener("contentvisibilityautostatechange", see);
    return () => {
      clearTimeout(waiting);
      element?.removeEventListener("contentvisibilityautostatechange", see);
    };
  }, []);
  useEffect(() => {
    if (drawn.children !== children) return afterPaint(() => startTransition(() => setDrawn(now)));
  });
  const { text, view, children: shown } = isOutOfSight ? drawn : now;
  return (
    <div ref={box} className="below">
      <TextContext value={text}>
        <ViewContext value={view}>{shown}</ViewContext>
      </TextContext>
    </div>
  );
}
