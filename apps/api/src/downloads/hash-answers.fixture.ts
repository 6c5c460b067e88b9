import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { createApp } from "../app.ts";
import { openDb } from "../audit/open.ts";

/** The SHA-256 of the response to each address, served from `file` at the time `now`. */
export async function hashAnswers(file: string, addresses: string[], now: string): Promise<Record<string, string>> {
  const db = await openDb(file, new Date(now));
  const app = createApp({ db, now: () => new Date(now) });
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
  console.log(JSON.stringify(await hashAnswers(file, addresses, now)));
}
