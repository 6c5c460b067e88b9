import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** Width of an element in whole pixels, updated on resize; `first` until it is measured. */
export function useWidth(first: number): [RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState(first);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      setMeasured((before) => Math.floor(element.getBoundingClientRect().width) || before),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box, measured];
}
