import { useLocation } from "@tanstack/react-router";
import { type RefObject, useEffect, useRef } from "react";

/** Keeps the current page's entry in sight in a menu that is wider than a phone, without moving the page. */
export function useCurrentInView(): RefObject<HTMLElement | null> {
  const menu = useRef<HTMLElement>(null);
  const path = useLocation({ select: (location) => location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another entry
  useEffect(() => {
    const current = menu.current?.querySelector("[aria-current=page]");
    if (!menu.current || !current) return;
    const [box, entry] = [menu.current.getBoundingClientRect(), current.getBoundingClientRect()];
    menu.current.scrollLeft += entry.left - box.left - (box.width - entry.width) / 2;
  }, [path]);
  return menu;
}
