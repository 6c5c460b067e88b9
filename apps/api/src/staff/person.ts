import { roles } from "@moc2030/shared/actions";
import { z } from "zod";

export const role = z.enum(roles, `expected one of ${roles.join(", ")}`);
/** A name as it is printed beside a release: one line, nothing that a spreadsheet takes for a formula. */
export const personName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^=+@\-\p{Cc}]\P{Cc}*$/u, "expected a name");
export const newPerson = z.strictObject({ email: z.email().max(200), name: personName, role });

/** Where a one-time link leads; the token is in the fragment, which no server sees. */
export const linkPath = (token: string) => `/set-up#${token}`;
