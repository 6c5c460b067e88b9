import type { IndicatorItem } from "../client/api.ts";
import type { Text } from "../text/text.tsx";
import { capital } from "./format.ts";

type Responsible = IndicatorItem["responsible"][number];

/** The responsibility of a role on a day. */
const inRole = ({ responsible }: Pick<IndicatorItem, "responsible">, role: Responsible["role"], on: string) =>
  responsible.find((r) => r.role === role && (r.from === null || r.from <= on) && (r.to === null || r.to >= on));

/** The lead body on a day; null where no source names one. */
export const leadBody = (indicator: Pick<IndicatorItem, "responsible">, on: string): string | null =>
  inRole(indicator, "lead", on)?.body ?? null;

/** Legal basis of a role on a day, as in the reference data. */
export const basisOf = (indicator: Pick<IndicatorItem, "responsible">, role: Responsible["role"], on: string) =>
  inRole(indicator, role, on)?.basis ?? null;

/** The basis as a separate sentence; empty where no body is known, since the name says that. */
export const basisText = (basis: string, { say }: Text): string =>
  capital(basis.replace(`${say("body.unknown")}: `, ""));
