import { COUNTRY } from "@moc2030/shared/figure/country";
import type { Observation } from "@moc2030/shared/schema/observation";
import { observations } from "../client/api.ts";
import type { ReadAnswer, Request } from "./page.ts";

/** The country's figures in the last reconstructed release, by which a past day is judged (`isUndated`); none for today. */
export async function readRebuilt(
  read: ReadAnswer,
  { view: { lang, asOf }, reconstructed }: Pick<Request<unknown>, "view" | "reconstructed">,
  indicator?: string,
): Promise<readonly Observation[]> {
  if (asOf === undefined || reconstructed === null) return [];
  const rebuilt = { lang, asOf: undefined, release: reconstructed };
  return (await read(observations(rebuilt, { area: COUNTRY, ...(indicator && { indicator }) }))).items;
}
