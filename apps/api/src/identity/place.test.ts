import { existsSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, NOW } from "../app.fixture.ts";
import { SYSTEM } from "../audit/chain.ts";
import { copyOf, usedDatabase } from "../verify/tamper.fixture.ts";
import { accounts, slug } from "./accounts.fixture.ts";
import { staffFileFor } from "./open.ts";
import { listPeople } from "./people.ts";
import { resetPerson } from "./people-commands.ts";
import { openPlace } from "./place.ts";
import { openSignIn } from "./sign-in.ts";
import { countLockedOut } from "./staff-secret.ts";

const used = await usedDatabase();

test.each([
  ["the figures are missing", rmSync, (file: string) => file, "is missing, and"],
  ["the figures are empty", truncateSync, (file: string) => file, "is empty, and"],
  ["sign-in is missing", rmSync, staffFileFor, "is missing, and the audit of"],
  ["sign-in is empty", truncateSync, staffFileFor, "is empty, and the audit of"],
])("where %s of what staff have used, nothing is opened or made in its place", async (_, lose, which, why) => {
  const file = copyOf(used);
  lose(which(file));
  await expect(openPlace(file, NOW)).rejects.toThrow(`${which(file)} ${why}`);
  expect(existsSync(which(file))).toBe(lose === truncateSync);
});

test("an empty folder, figures of before the first account, and others beside them are opened", async () => {
  const file = join(emptyFolder(), "moc2030.sqlite");
  for (let start = 1; start <= 2; start++) await (await openPlace(file, NOW)).close();
  await (await openSignIn({ file: staffFileFor(file), publicOrigin: null })).db.close();
  await (await openPlace(file, NOW)).close();
  await (await openPlace(join(dirname(file), "another.sqlite"), NOW)).close();
});

test("a staff secret that is lost is named, and no other is made in its place", async () => {
  const server = await accounts();
  await server.setUp("an@example.vn");
  const { file } = server.signIn.db;
  const path = join(dirname(file), "staff.secret");
  const open = (secret?: string) => openSignIn({ file, publicOrigin: null, ...(secret && { secret }) });
  rmSync(path);
  await expect(open()).rejects.toThrow(
    `${path} is missing, and second factors are sealed with it (accounts: 1). Put it back`,
  );
  expect(existsSync(path)).toBe(false);
  writeFileSync(path, "short\n");
  await expect(open()).rejects.toThrow(`${path}: expected at least 32 characters, got 5.`);
  // As when it was in STAFF_SECRET alone.
  const again = await open(server.signIn.secret);
  expect(await countLockedOut(again)).toBe(0);
  await again.db.close();
});

test("a staff secret that is another locks out whom it does not open, until they are set up anew", async () => {
  const failures: unknown[] = [];
  const server = await accounts({ log: (_id, error) => failures.push(error) });
  const person = await server.setUp("an@example.vn");
  Object.assign(server.signIn, { secret: "another".repeat(6) });
  expect(await countLockedOut(server.signIn)).toBe(1);
  const { answer } = await server.open(person.email, { code: await person.code() });
  expect([answer.status, await slug(answer)]).toEqual([500, "internal"]);
  expect(String(failures)).toContain("sealed with another STAFF_SECRET");
  const [an] = await listPeople(server.signIn.db);
  await resetPerson(server.db, server.signIn, SYSTEM, an?.id ?? "", server.now());
  expect(await countLockedOut(server.signIn)).toBe(0);
});
