/** The look of every field that is typed in or chosen from. */
export const field =
  "min-h-11 w-full rounded-[4px] border border-line-strong bg-surface px-3 text-sm font-normal text-ink";
