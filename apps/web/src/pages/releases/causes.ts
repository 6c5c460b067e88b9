import type { DaysCompared } from "../../client/api.ts";
import { hasPassed } from "../../words/wording.ts";

type Status = DaysCompared["statuses"][number];
type Figure = DaysCompared["items"][number];

/** Why a status changed, as far as the two days tell; most important first. */
export type Causes = {
  why: ("new_target" | "ended_target" | "discontinued" | "figures" | "year_over" | "others")[];
  /** Changed official figures of the country; empty unless `why` has "figures". */
  figures: Figure[];
};

/**
 * Why a status differs between two days. `others` means none of the known causes, for example other countries' ranks or
 * a later reference date. `compiler` is the official one; figures of others do not affect a status.
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
