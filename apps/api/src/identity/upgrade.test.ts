import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder } from "../app.fixture.ts";
import { openDatabase } from "../db/database.ts";
import { openRaw, queryScalar } from "../db/raw.fixture.ts";
import { checkpoint } from "../db/sqlite/copy.ts";
import { openFile, STAFF } from "../db/sqlite/file.ts";
import { ROOT } from "../root.ts";
import { useRecoveryCode } from "./second-factor.ts";
import { openSignIn } from "./sign-in.ts";

// Written by the first version's auth library with this secret, for a fictitious person.
const SECRET = "980943e7c9ec756848e6e29f843c8ba32a4f77fe2f492a3d26f1db2880b7ed63";
const SEALED =
  "32addb44e28aa2a7a24c8c15b93f61036cf263a44fd9d483a8546e1a7986a99909feb296c7a9c35fb9080e4a2c87c7bf160953e8955ae25499f21ba42203f8fbc61f2a3dc525ac4d4832b6c9f3be39bf02c72bf122f74cfadb0d1bcaf7c1453ec38d653a4f44a15930805a63f11d35e73f42b85eb3bb2a9b75e186b76f6f43aa4ccf9a0dafe8bf55c92cf5791ba1e9f39adea728f5148dd9b82f5ad1bfe1170a9b645ce50a7466";
const OLD = { session: "jwHY11nsfGlxbvir91X17dwTvDiMMXXO", link: "Ya2fl7Q9-n8BmUs5ocZ1Ab1dXLDcbCT86vwPHMsnBag" };

/** The sign-in file as the first version left it. */
async function olderFile(): Promise<string> {
  const folder = emptyFolder();
  const [from, first] = [join(ROOT, "apps/api/drizzle-staff"), join(folder, "first")];
  mkdirSync(join(first, "meta"), { recursive: true });
  cpSync(join(from, "0000_staff_sign_in.sql"), join(first, "0000_staff_sign_in.sql"));
  const journal = JSON.parse(readFileSync(join(from, "meta/_journal.json"), "utf8"));
  writeFileSync(
    join(first, "meta/_journal.json"),
    JSON.stringify({ ...journal, entries: journal.entries.slice(0, 1) }),
  );
  const file = join(folder, "staff.sqlite");
  await openDatabase("staff", openFile(file, { ...STAFF, migrations: first })).close();
  const db = openRaw(file);
  db.exec(`INSERT INTO user (id, name, email, created_at, updated_at, two_factor_enabled, role) VALUES ('binh', 'Bình', 'b@example.vn', 0, 0, 1, 'administrator');
    INSERT INTO two_factor (id, secret, backup_codes, user_id, verified, failed_verification_count) VALUES ('f', '00', '${SEALED}', 'binh', 1, 3);
    INSERT INTO session (id, token, user_id, expires_at, created_at, updated_at) VALUES ('s', '${OLD.session}', 'binh', 9e12, 0, 0);
    INSERT INTO attempt (bucket, at) VALUES ('link ${OLD.link}', 9e12);
    INSERT INTO verification (id, identifier, value, expires_at, created_at, updated_at) VALUES ('v', '2fa-${OLD.session}', 'binh', 9e12, 0, 0)`);
  db.close();
  return file;
}
const bytesOf = (file: string) =>
  [file, `${file}-wal`]
    .filter((one) => existsSync(one))
    .map((one) => readFileSync(one, "latin1"))
    .join("");

test("a file of the first version keeps its people and codes, hashed; plain-text tokens and links are gone from its bytes", async () => {
  const file = await olderFile();
  expect(bytesOf(file)).toContain(OLD.session);
  const { db } = await openSignIn({ file, secret: SECRET, publicOrigin: null });
  const codes = (await queryScalar(db, "SELECT backup_codes FROM two_factor")) as string;
  expect(JSON.parse(codes)).toHaveLength(9);
  checkpoint(db.file);
  for (const secret of [OLD.session, OLD.link, SEALED, "xf9uk", "xf9ukg2hyz"])
    expect([secret, bytesOf(file).includes(secret)]).toEqual([secret, false]);
  // Idempotent.
  await db.close();
  const { db: again } = await openSignIn({ file, secret: SECRET, publicOrigin: null });
  expect(await queryScalar(again, "SELECT backup_codes FROM two_factor")).toBe(codes);
  expect(await useRecoveryCode(again, SECRET, "binh", "xf9uk-g2hyz")).toBe(true);
  expect(await useRecoveryCode(again, SECRET, "binh", "xf9uk-g2hyz")).toBe(false);
  await again.close();
});

test("opening with another secret first keeps the codes for the right one", async () => {
  const file = await olderFile();
  const other = "another secret that is long enough to be one";
  await (await openSignIn({ file, secret: other, publicOrigin: null })).db.close();
  const { db } = await openSignIn({ file, secret: SECRET, publicOrigin: null });
  expect(await useRecoveryCode(db, SECRET, "binh", "XF9UK G2HYZ")).toBe(true);
  await db.close();
});
