import type { FormValues } from "./form-state.ts";

/** What every part of the form takes. */
export type Part = {
  values: FormValues;
  set: (change: Partial<FormValues>) => void;
  /** What is wrong with a field, once it has been left or the form tried. */
  errorOf: (field: string) => string | null;
  leave: (field: string) => void;
};
