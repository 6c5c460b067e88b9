import type { ObservationItem } from "../client/api.ts";

/** A figure's comment, apart from the words after "~" that say how exactly its day of publication is known. */
export function commentOf({ obsCom }: Pick<ObservationItem, "obsCom">): { note: string | null; vague: string | null } {
  const [note = "", vague = ""] = (obsCom ?? "").split(/;?\s*~ /);
  return { note: note || null, vague: vague || null };
}
