import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** Width of a box in whole pixels, followed as it changes. Null until measured. */
export function useWidth(): [RefObject<HTMLDivElement | null>, number | null] {
  const box = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setMeasured(Math.floor(element.getBoundingClientRect().width) || null);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box, measured];
}
