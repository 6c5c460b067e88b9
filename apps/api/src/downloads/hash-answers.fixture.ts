import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { type AppOptions, createApp } from "../app.ts";
import { openDb } from "../audit/open.ts";

/** What the server takes from the web. */
type FromWeb = Pick<AppOptions, "drawChart" | "writeReport">;

/** The SHA-256 of the response to each address, served from `file` at the time `now`. */
export async function hashAnswers(
  file: string,
  addresses: string[],
  now: string,
  web: FromWeb = {},
): Promise<Record<string, string>> {
  const db = await openDb(file, new Date(now));
  const app = createApp({ db, now: () => new Date(now), ...web });
  const hashes: Record<string, string> = {};
  for (const address of addresses) {
    const answer = await app.request(`/api/v1${address}`);
    if (answer.status !== 200) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
    hashes[address] = createHash("sha256")
      .update(Buffer.from(await answer.arrayBuffer()))
      .digest("hex");
  }
  await db.close();
  return hashes;
}

// Tests run this as a process of its own, with another time zone and locale.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [file = "", now = "", ...addresses] = process.argv.slice(2);
  // As bundled, beside this program.
  const bundle = (name: string) => import(new URL(`./web/${name}.js`, import.meta.url).href);
  const web = { ...(await bundle("chart-file")), ...(await bundle("report-file")) };
  console.log(JSON.stringify(await hashAnswers(file, addresses, now, web)));
}
