/** The mark of what takes something out, which is said in words beside it. */
export const Cross = () => (
  <svg viewBox="0 0 10 10" className="size-2.5 shrink-0" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
    <path d="m1 1 8 8M9 1 1 9" />
  </svg>
);
