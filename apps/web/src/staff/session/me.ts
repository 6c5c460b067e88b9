import type { Action } from "@moc2030/shared/actions";
import { createContext, useContext } from "react";
import type { Me } from "./client.ts";

export const MeContext = createContext<Me | null>(null);

/** The current user. Only inside the staff area, which renders nothing before sign-in. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error("useMe outside the staff area");
  return me;
}

/** Whether a user may perform an action. For display only: the API enforces it. */
export const mayDo = (me: Me, action: Action): boolean => me.actions.includes(action);
