import type { ObservationItem } from "../client/api.ts";

/** A comment split at "~", after which it says how precisely the publication date is known. */
export function commentOf({ obsCom }: Pick<ObservationItem, "obsCom">): { note: string | null; vague: string | null } {
  const [note = "", vague = ""] = (obsCom ?? "").split(/;?\s*~ /);
  return { note: note || null, vague: vague || null };
}
