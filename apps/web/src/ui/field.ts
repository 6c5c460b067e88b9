/** Classes of every text field and select. */
export const field =
  "min-h-11 w-full rounded-[4px] border border-line-strong bg-surface px-3 text-sm font-normal text-ink";
