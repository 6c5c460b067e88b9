import type { Role } from "@moc2030/shared/actions";

declare const signedIn: unique symbol;
/** A delegation in force by which somebody decides in the place of a reviewer. */
export type Standing = {
  readonly delegation: number;
  readonly reviewer: { readonly id: string; readonly name: string };
};
/** Somebody who has signed in with both factors. Commands ask for one; only the signed-in routes have one (sign-in.ts makes them). */
export type Actor = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly session: string;
  /** For whom they stand in, where their own role does not include to review. */
  readonly standsInFor?: readonly Standing[];
  readonly [signedIn]?: true;
};
