import { type ReactNode, useEffect, useRef } from "react";

/** A small panel under its button; Escape and a click elsewhere close it. */
export function Menu({ label, button, children }: { label: string; button: ReactNode; children: ReactNode }) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const details = box.current;
      if (!details?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== "Escape") return;
        details.querySelector("summary")?.focus();
      } else if (details.contains(event.target as Node)) return;
      details.open = false;
    };
    document.addEventListener("keydown", close);
    document.addEventListener("pointerdown", close);
    return () => {
      document.removeEventListener("keydown", close);
      document.removeEventListener("pointerdown", close);
    };
  }, []);
  return (
    <details ref={box} className="relative">
      <summary
        aria-label={label}
        title={label}
        className="inline-flex min-h-11 items-center gap-2 rounded-[4px] px-2.5 text-sm hover:bg-sunken"
      >
        {button}
      </summary>
      <div className="panel fixed inset-x-4 z-30 mt-1 p-4 shadow-lg sm:absolute sm:inset-x-auto sm:end-0 sm:w-max sm:min-w-48">
        {children}
      </div>
    </details>
  );
}
