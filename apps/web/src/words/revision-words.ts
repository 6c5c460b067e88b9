import type { Observation } from "@moc2030/shared/schema/observation";
import type { Text } from "../text/text.tsx";
import { commentOf } from "./comment.ts";
import { flagWords } from "./flags.ts";
import { capital } from "./format.ts";

type Version = Pick<Observation, "obsStatus" | "confidence" | "obsCom">;

/** Describes a revision: grade changed or republished, then the comment, which may or may not be the reason. */
export function revisionWords(old: Version, now: Version, text: Text): string {
  const [before, after] = [flagWords(old, text).join(", "), flagWords(now, text).join(", ")];
  const how =
    before === after || !before
      ? text.say("history.anew")
      : text.say("history.grade", { before, after: after || text.say("table.noFlag") });
  const { note } = commentOf(now);
  return note ? `${how}. ${capital(note)}` : how;
}
