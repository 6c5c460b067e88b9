import type { Role } from "@moc2030/shared/actions";

declare const signedIn: unique symbol;
/** Somebody who has signed in with both factors. Commands ask for one; only the signed-in routes have one (sign-in.ts makes them). */
export type Actor = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly session: string;
  readonly [signedIn]?: true;
};
