import type { Action } from "@moc2030/shared/actions";
import { createContext, useContext } from "react";
import type { Me } from "./client.ts";

export const MeContext = createContext<Me | null>(null);

/** Whoever is signed in; only inside the staff area, which shows nothing before. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error("useMe outside the staff area");
  return me;
}

/** Whether somebody may do this. The API decides; this only keeps away what it would refuse. */
export const mayDo = (me: Me, action: Action): boolean => me.actions.includes(action);
