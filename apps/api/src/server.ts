import { join } from "node:path";
import { createApp } from "./app.ts";
import { logHeadDaily } from "./audit/daily-head.ts";
import { listeningRefusal, readConfig } from "./config.ts";
import { afterCommits } from "./db/after-commits.ts";
import { DatabaseFileError } from "./db/database.ts";
import { actAsOwner, restrictToOwner } from "./db/private-files.ts";
import { listen } from "./http/listen.ts";
import { staffFileFor } from "./identity/open.ts";
import { isEmpty } from "./identity/people.ts";
import { openPlace } from "./identity/place.ts";
import { writeOrigin } from "./identity/running.ts";
import { openSignIn } from "./identity/sign-in.ts";
import { countLockedOut } from "./identity/staff-secret.ts";
import { createLog } from "./log.ts";
import { serveMetrics } from "./monitoring/serve.ts";
import { newestReleaseId } from "./observations/read-point.ts";
import { startMailer } from "./outbox/mailer.ts";
import { ReleaseEvents } from "./outbox/release-events.ts";
import { remindDaily } from "./outbox/reminders.ts";
import { readWeb } from "./pages/web-files.ts";
import { keepOutcomes } from "./releases/outcome.ts";
import { deleteExpiredDaily } from "./retention.ts";
import { commandCall, ROOT } from "./root.ts";
import { loadSeed, SeedError } from "./seed/load.ts";
import { evidenceDirFor } from "./submissions/evidence/store.ts";
import { startScheduler } from "./submissions/review/clock.ts";

// Says why there is no server, whatever LOG_LEVEL is.
const lastWords = createLog("fatal");
function fail(message: string): never {
  lastWords.cannotStart(message);
  process.exit(1);
}
process.on("uncaughtException", (error) => {
  lastWords.crashed(error);
  process.exit(1);
});

// Everything written here is private to the server's account.
process.umask(0o077);
const settings = readConfig(process.env);
if (!settings.ok) fail(`Wrong settings:\n${settings.wrong.map((line) => `  ${line}`).join("\n")}`);
const {
  host,
  port,
  databaseFile,
  seedDir,
  publicOrigin,
  staffSecret,
  trusted,
  logLevel,
  contactEmail,
  owner,
  mail,
  letterhead,
  metricsPort,
  backupHook,
} = settings.config;
const refusal = listeningRefusal(settings.config);
if (refusal) fail(refusal);
const log = createLog(logLevel);
actAsOwner(databaseFile);

const now = () => new Date();
const db = await openPlace(databaseFile, now()).catch((error) =>
  fail(error instanceof DatabaseFileError ? error.message : `Cannot open ${databaseFile}: ${error.message}`),
);
// Earlier versions left this folder readable by others.
restrictToOwner(evidenceDirFor(databaseFile), 0o700);

const staffFile = staffFileFor(databaseFile);
const signIn = await openSignIn({ file: staffFile, secret: staffSecret, publicOrigin, mails: mail !== null }).catch(
  async (error) => {
    await db.close();
    fail(
      error instanceof DatabaseFileError ? error.message : `${staffFile} cannot be used for sign-in: ${error.message}`,
    );
  },
);
const lockedOut = await countLockedOut(signIn);
if (lockedOut > 0) log.lockedOut(lockedOut);
// After both files are known to be of this version: an older one must publish nothing.
try {
  const { releases } = await loadSeed(db, seedDir, now());
  if (releases > 0) log.info("seeded", `Loaded ${releases} releases from ${seedDir}`, { releases });
} catch (error) {
  await db.close();
  await signIn.db.close();
  fail(error instanceof SeedError ? `The files under ${seedDir} have problems:\n${error.message}` : String(error));
}
const failed = log.taskFailed;
const events = new ReleaseEvents(() => newestReleaseId(db), failed("the look for a new release"));
const publications = startScheduler(db, now, () => events.announce(), failed("a scheduled publication"));
const heads = logHeadDaily(
  db,
  now,
  ({ id, hash }) => log.info("audit-head", "audit head", { auditHead: hash, auditRow: id }),
  failed("the look for the audit head"),
);
const outcomes = afterCommits(db, () => keepOutcomes(db), failed("the keeping of outcomes"));
const reminders = remindDaily(db, signIn.db, now, failed("the look for figures that are due"));
const retention = deleteExpiredDaily(db, signIn.db, now, failed("the deletion of what has expired"));
const app = createApp({
  db,
  now,
  signIn,
  events,
  origin: publicOrigin ?? "",
  trusted,
  letterhead,
  owner,
  copiesBackups: backupHook !== undefined,
  ...(contactEmail && { contact: contactEmail }),
  ...(await readWeb(join(ROOT, "apps/web/dist"))),
  log: log.requestFailed,
});
const mailer =
  mail && startMailer({ db, signIn, ...mail, origin: publicOrigin ?? "", now }, failed("the sending of mail"));
const { monitor } = app;
const metricsServer =
  metricsPort === undefined
    ? null
    : serveMetrics(monitor, metricsPort, failed("the reading of metrics"), (bound) =>
        log.info("metrics-listening", `Metrics: http://127.0.0.1:${bound}/metrics`, {
          origin: `http://127.0.0.1:${bound}`,
        }),
      ).on("error", (error) => fail(`Cannot listen on 127.0.0.1:${metricsPort} (METRICS_PORT): ${error.message}`));
let removeOrigin = () => {};
const isFirstRun = await isEmpty(signIn.db);
const listening = { hostname: host, port, find: app.findCached, observe: monitor.observe };
const server = listen(app.fetch, listening, (bound) => {
  const local = `http://${host.includes(":") ? `[${host}]` : host}:${bound}`;
  try {
    removeOrigin = writeOrigin(databaseFile, publicOrigin ?? local);
  } catch (error) {
    fail(`Cannot write beside ${databaseFile}: ${(error as Error).message}`);
  }
  log.info("listening", `Mốc 2030: ${local}/`, { origin: local });
  if (isFirstRun)
    log.info(
      "no-account",
      `Chưa có tài khoản nào; tạo quản trị viên đầu tiên / There is no account yet; make the first administrator:\n  ${commandCall("staff:add", '--email an@example.vn --name "Nguyễn Văn An" --role administrator')}`,
      {},
    );
});
server.on("error", (error) => fail(`Cannot listen on ${host}:${port} (HOST, PORT): ${error.message}`));

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    removeOrigin();
    // For whoever takes an answer too slowly.
    const deadline = setTimeout(() => process.exit(1), 9_000);
    deadline.unref();
    events.close();
    metricsServer?.close();
    metricsServer?.closeAllConnections();
    server.finish(async () => {
      heads.stop();
      await outcomes.stop();
      reminders.stop();
      retention.stop();
      await mailer?.stop();
      await publications.stop();
      await db.close();
      await signIn.db.close();
      process.exit(0);
    });
  });
