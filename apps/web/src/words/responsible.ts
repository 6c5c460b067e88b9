import type { IndicatorItem } from "../client/api.ts";
import type { Text } from "../text/text.tsx";
import { capital } from "./format.ts";

type Responsible = IndicatorItem["responsible"][number];

/** Who has a role on a day. */
const inRole = ({ responsible }: Pick<IndicatorItem, "responsible">, role: Responsible["role"], on: string) =>
  responsible.find((r) => r.role === role && (r.from === null || r.from <= on) && (r.to === null || r.to >= on));

/** The body that leads on a day; null where no source names one. */
export const leadBody = (indicator: Pick<IndicatorItem, "responsible">, on: string): string | null =>
  inRole(indicator, "lead", on)?.body ?? null;

/** By what a body has its role on a day, in the words of the reference data. */
export const basisOf = (indicator: Pick<IndicatorItem, "responsible">, role: Responsible["role"], on: string) =>
  inRole(indicator, role, on)?.basis ?? null;

/** A basis as a sentence of its own beside the name; where no body is known, the name says that already. */
export const basisText = (basis: string, { say }: Text): string =>
  capital(basis.replace(`${say("body.unknown")}: `, ""));
