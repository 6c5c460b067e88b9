import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Indicator } from "../client/api.ts";

/** The years before a target of which a table shows what they brought. */
const LAST = 5;

/** The years to a target that its publisher has, from the latest figure on, the last five at least: 2026–2030, or 2026, 2028, 2030. */
export function yearsAhead(frequency: Indicator["frequency"], a: Pick<Assessment, "latest" | "targetYear">): number[] {
  const step = frequency === "A2" ? 2 : 1;
  const latest = a.latest?.timePeriod ?? a.targetYear;
  const first = Math.min(latest + 1, a.targetYear - LAST + 1);
  return Array.from({ length: a.targetYear - first + 1 }, (_, index) => first + index).filter(
    (year) => (year - latest) % step === 0,
  );
}
