import type { IndicatorItem } from "./api.ts";

/** The body that leads on a day; null where no source names one. */
export function leadBody(indicator: Pick<IndicatorItem, "responsible">, on: string): string | null {
  const lead = indicator.responsible.find(
    (r) => r.role === "lead" && (r.from === null || r.from <= on) && (r.to === null || r.to >= on),
  );
  return lead?.body ?? null;
}
