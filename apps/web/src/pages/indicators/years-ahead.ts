import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Indicator } from "../../client/api.ts";

/** How many years a table of what lies ahead has at most. */
const MOST = 5;

/** The last five years to a target that its publisher has, counted from the latest figure: 2026–2030, or 2026, 2028, 2030. */
export function yearsAhead(frequency: Indicator["frequency"], a: Pick<Assessment, "latest" | "targetYear">): number[] {
  const step = frequency === "A2" ? 2 : 1;
  const latest = a.latest?.timePeriod ?? a.targetYear;
  return Array.from({ length: MOST }, (_, back) => a.targetYear - MOST + 1 + back).filter(
    (year) => (year - latest) % step === 0,
  );
}
