import { origin } from "./browser.ts";

/** The number of the release that was the newest on a day, or is now. A number moves when earlier publications are found. */
export async function releaseOn(day?: string): Promise<number> {
  const answer = await fetch(`${origin()}/api/v1/compilers${day ? `?asOf=${day}` : ""}`);
  return ((await answer.json()) as { release: { id: number } }).release.id;
}
