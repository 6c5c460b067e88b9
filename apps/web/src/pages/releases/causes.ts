import type { DaysCompared } from "../../client/api.ts";
import { hasPassed } from "../../words/wording.ts";

type Status = DaysCompared["statuses"][number];
type Figure = DaysCompared["items"][number];

/** Why a status is another one now: what of this can be told from the two days alone, most telling first. */
export type Causes = {
  why: ("new_target" | "ended_target" | "discontinued" | "figures" | "year_over" | "others")[];
  /** The official figures of the country that changed, where there are any. */
  figures: Figure[];
};

/**
 * Why a status differs. `others` is what is left: ranks of other countries, or days gone by. `compiler` is the official
 * one of the indicator; another's figures change no status.
 */
export function causesOf({ before, after }: Status, items: readonly Figure[], compiler: string | undefined): Causes {
  const now = after ?? before;
  const figures = items.filter(
    ({ new: f }) => f.indicator === now?.indicator && f.compiler === compiler && f.timePeriod <= now.targetYear,
  );
  if (before === null) return { why: ["new_target"], figures: [] };
  if (after === null) return { why: ["ended_target"], figures: [] };
  const why: Causes["why"] = [
    ...(after.reason === "discontinued" && before.reason !== "discontinued" ? (["discontinued"] as const) : []),
    ...(figures.length > 0 && after.reason !== "discontinued" ? (["figures"] as const) : []),
    ...(hasPassed(after) && !hasPassed(before) ? (["year_over"] as const) : []),
  ];
  return { why: why.length > 0 ? why : ["others"], figures: why.includes("figures") ? figures : [] };
}
