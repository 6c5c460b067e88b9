import { origin } from "./browser.ts";

/** The number of the release that was the newest on a day, or is now. A number moves when earlier publications are found. */
export async function releaseOn(day?: string): Promise<number> {
  const answer = await fetch(`${origin()}/api/v1/compilers${day ? `?asOf=${day}` : ""}`);
  return ((await answer.json()) as { release: { id: number } }).release.id;
}

/** The releases of a year, by the calendar of Viet Nam. */
export async function releasesOf(year: string): Promise<number[]> {
  const answer = await fetch(`${origin()}/api/v1/releases`);
  const { items } = (await answer.json()) as { items: { id: number; publishedAt: string }[] };
  const yearOf = new Intl.DateTimeFormat("en", { year: "numeric", timeZone: "Asia/Ho_Chi_Minh" });
  return items.filter(({ publishedAt }) => yearOf.format(new Date(publishedAt)) === year).map(({ id }) => id);
}
