import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { SYSTEM } from "./audit/chain.ts";
import { rowsAfter } from "./audit/checks/chain.ts";
import { findAuditHead } from "./audit/daily-head.ts";
import { countOlderRows } from "./audit/upgrade.ts";
import { type Args, type CommandName, readCommand, reasonOf, usage } from "./command-line.ts";
import { readConfig } from "./config.ts";
import { DatabaseFileError, type Db } from "./db/database.ts";
import { actAsOwner, runningAs } from "./db/private-files.ts";
import { Problem } from "./http/problem.ts";
import { staffFileFor } from "./identity/open.ts";
import { listPeople } from "./identity/people.ts";
import { addPerson, resetPerson } from "./identity/people-commands.ts";
import { linkPath, newPerson } from "./identity/person.ts";
import { openPlace } from "./identity/place.ts";
import { runningOrigin } from "./identity/running.ts";
import { openSignIn, type SignIn } from "./identity/sign-in.ts";
import { newestReleaseId } from "./observations/read-point.ts";
import { checkSeed, formatProblem } from "./seed/check.ts";
import { loadSeed, SeedError } from "./seed/load.ts";
import { BackupError, makeBackup, restoreBackup } from "./verify/backup.ts";
import { noteBackup } from "./verify/backup-record.ts";
import { addBackup, tryRestore } from "./verify/backup-series.ts";
import { openReadOnly } from "./verify/open-read-only.ts";
import { findFaults } from "./verify/verify.ts";

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

// Databases and backups are private to their owner.
process.umask(0o077);
const settings = readConfig(process.env);
if (!settings.ok) fail(`Wrong settings:\n${settings.wrong.join("\n")}`);
const { databaseFile, seedDir, publicOrigin, staffSecret, host, port, backupHook } = settings.config;
actAsOwner(databaseFile);
const now = new Date();

/** The printed form of a one-time link: URL on the running server and expiry, in both languages and Viet Nam's time. */
function linkText(token: string, expiresAt: Date): string {
  const known = runningOrigin(databaseFile) ?? publicOrigin;
  const until = (lang: string) =>
    new Intl.DateTimeFormat(lang, { dateStyle: "long", timeStyle: "short", timeZone: "Asia/Ho_Chi_Minh" }).format(
      expiresAt,
    );
  const text = [
    `Dùng một lần, đến ${until("vi-VN")} (giờ Việt Nam):`,
    `Once, until ${until("en-GB")} (Viet Nam time):`,
    `${known ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`}${linkPath(token)}`,
  ];
  if (!known)
    text.push(
      "Máy chủ chưa chạy trên cơ sở dữ liệu này: nếu sau này chạy ở địa chỉ khác, hãy thay phần đầu của liên kết.",
      "No server runs on this database: should it be started at another address, change the beginning of the link.",
    );
  return text.join("\n");
}

/** Runs `work` on both databases and prints the resulting link. */
async function printLink(work: (db: Db, signIn: SignIn) => Promise<{ token: string; expiresAt: Date }>) {
  const db = await openPlace(databaseFile, now);
  const signIn = await openSignIn({ file: staffFileFor(databaseFile), secret: staffSecret, publicOrigin });
  try {
    const { token, expiresAt } = await work(db, signIn);
    console.log(linkText(token, expiresAt));
  } finally {
    await signIn.db.close();
    await db.close();
  }
}

const commands: Record<CommandName, (given: Args) => unknown> = {
  help() {
    console.log(usage);
  },
  async migrate() {
    await (await openPlace(databaseFile, now)).close();
    console.log(`${databaseFile} is up to date`);
  },
  async seed() {
    const db = await openPlace(databaseFile, now);
    const { releases } = await loadSeed(db, seedDir, now).finally(() => db.close());
    console.log(releases === 0 ? "Nothing has changed" : `${releases} releases added`);
  },
  "seed:check"() {
    const { files, problems } = checkSeed(seedDir);
    if (problems.length > 0) fail(problems.map(formatProblem).join("\n"));
    console.log(
      `No problems in ${files.indicator.length} indicators, ${files.observation.length} observations, ${files.target.length} targets`,
    );
  },
  async "staff:add"(given) {
    const person = newPerson.safeParse(given);
    if (!person.success) fail(person.error.issues.map((i) => `--${i.path.join(".")}: ${i.message}`).join("\n"));
    await printLink((db, signIn) => addPerson(db, signIn, SYSTEM, person.data, now));
  },
  async "staff:reset"(given) {
    const email = given.email?.trim().toLowerCase();
    await printLink(async (db, signIn) => {
      const found = (await listPeople(signIn.db)).find((p) => p.email === email);
      if (!found) fail(`Nobody among the staff has the address ${email}`);
      return resetPerson(db, signIn, SYSTEM, found.id, now);
    });
  },
  async verify({ head: wanted }) {
    if (!statSync(databaseFile, { throwIfNoEntry: false })) fail(`No database at ${databaseFile}`);
    if (wanted !== undefined && !/^[0-9a-f]{16,64}$/.test(wanted))
      fail("--head: expected at least 16 characters of an audit row's hash");
    const places = await openReadOnly(databaseFile, now);
    try {
      let faults = await findFaults(places);
      // People are in a second file: a change between the two reads is gone on a second look.
      if (faults.length > 0) faults = await findFaults(places);
      const after = wanted === undefined ? null : await rowsAfter(places.db, wanted);
      if (wanted !== undefined && after === null)
        faults.push(
          `audit: has no row ${wanted}: it was cut off with the end, or all was written anew; a restored copy has no row from after its backup`,
        );
      if (faults.length > 0) fail(faults.map((fault) => `FAILED: ${fault}`).join("\n"));
      const [head, older] = [await findAuditHead(places.db), await countOlderRows(places.db)];
      const releases = await newestReleaseId(places.db);
      console.log(
        [
          `${databaseFile}: audit chain, guards, decisions, people, evidence and ${releases} releases are as they were written`,
          older > 0 && `${older} rows from before hashes, as they were when they were bound to the audit`,
          after !== null && `${wanted} is in the audit; ${after} rows came after it`,
          head && `audit head ${head.hash} (row ${head.id})`,
        ]
          .filter(Boolean)
          .join("\n"),
      );
    } finally {
      await places.close();
    }
  },
  async backup({ DIR = "", keep }) {
    if (keep) {
      const { files, head, folder, removed } = await addBackup(databaseFile, resolve(DIR), now, backupHook);
      const gone = removed.length > 0 ? `; removed ${removed.join(", ")}` : "";
      return console.log(`Backed up ${files} files to ${folder}; audit head ${head}${gone}`);
    }
    const { files, head } = await makeBackup(databaseFile, resolve(DIR), now);
    noteBackup(databaseFile, { madeAt: now.toISOString() });
    console.log(`Backed up ${files} files to ${resolve(DIR)}; audit head ${head}`);
  },
  async restore({ DIR = "" }) {
    const { files, head } = await restoreBackup(resolve(DIR), databaseFile, now);
    console.log(`Restored ${files} files beside ${databaseFile}; audit head ${head}`);
  },
  async "restore:test"({ DIR = "" }) {
    const { files, head, name, after } = await tryRestore(databaseFile, resolve(DIR), now);
    console.log(`${name} restores: ${files} files, audit head ${head}; ${after} rows of the audit came after it`);
  },
};

const read = readCommand(process.argv.slice(2));
if (!read.ok) fail(read.reason);
try {
  await commands[read.command](read.given);
} catch (error) {
  fail(
    [SeedError, DatabaseFileError, BackupError, Problem].some((kind) => error instanceof kind)
      ? (error as Error).message
      : reasonOf(
          error,
          [dirname(databaseFile), ...(read.given.DIR ? [resolve(read.given.DIR)] : [])],
          runningAs(databaseFile),
        ),
  );
}
