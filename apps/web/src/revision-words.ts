import type { Observation } from "@moc2030/shared/observation";
import { flagWords } from "./flags.ts";
import type { Text } from "./text/text.tsx";

type Version = Pick<Observation, "obsStatus" | "confidence">;

/** Why a figure is another one where its source says nothing of it: its grade changed, or the source published it anew. */
export function revisionWords(old: Version, now: Version, text: Text): string {
  const [before, after] = [flagWords(old, text).join(", "), flagWords(now, text).join(", ")];
  if (before === after || !before) return text.say("history.anew");
  return text.say("history.grade", { before, after: after || text.say("table.noFlag") });
}
