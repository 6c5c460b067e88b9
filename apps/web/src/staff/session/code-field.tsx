import type { ComponentProps } from "react";
import { TextField } from "../../ui/fields.tsx";

/** A code without the spaces that authenticators show. */
export const withoutSpaces = (code: string): string => code.replace(/\s/g, "");

/** A field for a one-time code, with the id `code`. */
export const CodeField = (own: Omit<ComponentProps<typeof TextField>, "id">) => (
  <TextField id="code" inputMode="numeric" autoComplete="one-time-code" className="num max-w-48" {...own} />
);
