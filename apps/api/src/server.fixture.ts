import { createApp } from "./app.ts";
import { openDb } from "./audit/open.ts";
import { listen } from "./http/listen.ts";
import { staffFileFor } from "./identity/open.ts";
import { openSignIn } from "./identity/sign-in.ts";
import { newestReleaseId } from "./observations/read-point.ts";
import { ReleaseEvents } from "./outbox/release-events.ts";

// A server without pages or seed loading, which scripts query: `server.fixture.ts FILE SECRET [NOW]`.
const [file = "", secret = "", clock] = process.argv.slice(2);
const now = () => new Date(clock ?? Date.now());
const db = await openDb(file, now());
const signIn = await openSignIn({ file: staffFileFor(file), secret, publicOrigin: null });
const events = new ReleaseEvents(() => newestReleaseId(db), console.error);
const app = createApp({ db, signIn, events, now, log: (_id, error) => console.error(error) });
const server = listen(app.fetch, { hostname: "127.0.0.1", port: 0, find: app.findCached }, (port) =>
  console.log(`http://127.0.0.1:${port}/`),
);
process.once("SIGTERM", () => {
  events.close();
  server.finish(() => process.exit(0));
});
