import type { Role } from "@moc2030/shared/actions";

declare const signedIn: unique symbol;
/** A delegation in force, under which a delegate decides for a reviewer. */
export type ActiveDelegation = {
  readonly delegation: number;
  readonly reviewer: { readonly id: string; readonly name: string };
};
/** A user signed in with both factors; available in signed-in routes only. */
export type Actor = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly session: string;
  /** The body that they work for, by its id; absent for commands. */
  readonly body?: string | null;
  /** The reviewers they represent, unless their own role includes reviewing. */
  readonly standsInFor?: readonly ActiveDelegation[];
  readonly [signedIn]?: true;
};
