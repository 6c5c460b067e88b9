import { rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { auditHash } from "../audit/chain.ts";
import { hashRelease } from "../audit/seal.ts";
import { openDatabase } from "../db/database.ts";
import { execute, openRaw, queryScalar, type Raw, tamper } from "../db/raw.fixture.ts";
import { FIGURES, openFileToRead } from "../db/sqlite/file.ts";
import type { audit } from "../db/work/audit.ts";
import { staffFileFor } from "../identity/open.ts";
import { fixturePeople } from "../older-database.fixture.ts";
import { hashOf } from "../submissions/evidence/store.ts";
import { PDF } from "./tamper.fixture.ts";
import { STATEMENT_KINDS } from "./tampering-statements.fixture.ts";
import { TOLD_KINDS } from "./tampering-told.fixture.ts";

type Change = (file: string) => void | Promise<void>;
const sql =
  (text: string): Change =>
  (file) =>
    tamper(file, text);
const staff =
  (text: string): Change =>
  (file) =>
    tamper(staffFileFor(file), text);
const plain =
  (text: string): Change =>
  (file) =>
    execute(file, text);
const inEvidence =
  (change: (file: string) => void): Change =>
  (file) =>
    change(join(dirname(file), "evidence", hashOf(PDF)));

/** Recomputes the audit chain and the heads in the seals. */
function rechain(raw: Raw) {
  let prev = "";
  const rows = raw
    .prepare("SELECT *, actor_name AS actorName FROM audit ORDER BY id")
    .all() as (typeof audit.$inferSelect)[];
  for (const row of rows) {
    const hash = auditHash({ ...row, prev });
    raw.prepare("UPDATE audit SET prev = ?, hash = ? WHERE id = ?").run(prev, hash, row.id);
    raw.prepare("UPDATE release_seal SET audit_head = ? WHERE audit_head = ?").run(hash, row.hash);
    prev = hash;
  }
}
const rechained: Change = async (file) => {
  tamper(
    file,
    "UPDATE observation_revision SET obs_value = '7.78', value = 7.78 WHERE release_id = 20 AND obs_value IS NOT NULL",
  );
  const db = openDatabase("figures", openFileToRead(file, FIGURES));
  const sql = "SELECT coalesce(detail ->> 'fields', 1) FROM audit WHERE subject = 'release 20'";
  const hash = await hashRelease(db, 20, Number(await queryScalar(db, sql)));
  await db.close();
  tamper(file, (raw) => {
    raw.prepare("UPDATE release_seal SET figures_hash = ? WHERE release_id = 20").run(hash);
    raw
      .prepare("UPDATE audit SET detail = json_set(detail, '$.figuresHash', ?) WHERE subject = 'release 20'")
      .run(hash);
    rechain(raw);
  });
};
const cutRelease: Change = (file) =>
  tamper(file, (raw) => {
    const id = raw.prepare("SELECT max(id) FROM release").pluck().get() as number;
    const { review, submission } = raw
      .prepare(
        "SELECT r.id AS review, r.submission_id AS submission FROM release l JOIN review r ON r.id = l.review_id WHERE l.id = ?",
      )
      .get(id) as { review: number; submission: number };
    // Cuts everything since its submission and resets the ids.
    const from = `(SELECT min(id) FROM audit WHERE subject = 'submission ${submission}')`;
    raw.exec(`DELETE FROM audit WHERE id >= ${from};
      DELETE FROM release_seal WHERE release_id = ${id}; DELETE FROM observation_revision WHERE release_id = ${id};
      DELETE FROM definition_revision WHERE release_id = ${id}; DELETE FROM release WHERE id = ${id};
      DELETE FROM schedule WHERE review_id >= ${review}; DELETE FROM review_item WHERE review_id >= ${review};
      DELETE FROM review WHERE id >= ${review}; DELETE FROM submission_item WHERE submission_id >= ${submission};
      DELETE FROM mail WHERE notice_id IN (SELECT id FROM notice WHERE submission_id >= ${submission});
      DELETE FROM notice WHERE submission_id >= ${submission};
      UPDATE sqlite_sequence SET seq = (SELECT max(id) FROM notice) WHERE name = 'notice';
      DELETE FROM submission WHERE id >= ${submission}; DELETE FROM assignment WHERE indicator = 'EGDI_RANK';
      DELETE FROM idempotency WHERE key IN ('approves-one', 'schedules-one');
      UPDATE sqlite_sequence SET seq = (SELECT max(id) FROM review) WHERE name = 'review';
      UPDATE sqlite_sequence SET seq = (SELECT max(id) FROM submission) WHERE name = 'submission';
      UPDATE sqlite_sequence SET seq = (SELECT max(id) FROM submission_item) WHERE name = 'submission_item'`);
  });

const item = "submission_id = (SELECT max(submission_id) FROM release l JOIN review r ON r.id = l.review_id)";
const own = "(SELECT max(review_id) FROM release)";
const hoa = fixturePeople.hoa.id;
const lan = fixturePeople.lan.id;

/** Kind, tampering, and the report; "head" if only a head kept elsewhere reveals it. */
export const TAMPERING_KINDS: [string, Change, RegExp | "head"][] = [
  [
    "1 a figure",
    sql("UPDATE observation_revision SET obs_value = '1', value = 1 WHERE release_id = 63"),
    /^release 63: its figures/,
  ],
  ["2 a release's names", sql("UPDATE release SET approved_by = 'x' WHERE id = 63"), /^release 63: its figures/],
  [
    "3 a definition",
    sql("UPDATE definition_revision SET body = '{}' WHERE kind = 'target'"),
    /^release \d+: its figures/,
  ],
  [
    "4 an audit row edited",
    sql("UPDATE audit SET actor_name = 'x' WHERE action = 'staff.reset' OR id = 65"),
    /^audit 65: was changed/,
  ],
  ["5 an audit row deleted inside", sql("DELETE FROM audit WHERE id = 65"), /^audit 65: missing/],
  ["6 a dropped trigger", plain("DROP TRIGGER submission_item_frozen"), /^trigger submission_item_frozen: missing/],
  [
    "6 a changed trigger",
    plain("DROP TRIGGER audit_no_update; CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT 1; END"),
    /^trigger audit_no_update: was changed/,
  ],
  ["7 the audit's tail cut", sql("DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)"), "head"],
  ["8 the last release cut with its tail", cutRelease, "head"],
  [
    "9 a trigger that mutes the audit",
    plain("CREATE TRIGGER quiet BEFORE INSERT ON audit WHEN NEW.action GLOB 'staff.*' BEGIN SELECT RAISE(IGNORE); END"),
    /^trigger quiet: was added/,
  ],
  [
    "9 … in the sign-in file",
    staff("CREATE TRIGGER quiet AFTER UPDATE ON user BEGIN UPDATE user SET role = 'reviewer'; END"),
    /^sign-in, trigger quiet: was added/,
  ],
  [
    "10 the reviewer of a review",
    sql(`UPDATE review SET reviewer = '${lan}' WHERE id = ${own}`),
    /review \d+ was changed/,
  ],
  [
    "10 the reviewer's name",
    sql(`UPDATE review SET reviewer_name = 'x' WHERE id = ${own}`),
    /: was entered or approved by somebody else/,
  ],
  [
    "10 the reason of a review older than hashes",
    sql("UPDATE review SET reason = 'x' WHERE id = 4"),
    /^submission 5: review 4 was changed/,
  ],
  [
    "11 a proposed figure",
    sql(`UPDATE submission_item SET obs_value = '1' WHERE ${item}`),
    /the figures that it approved were changed/,
  ],
  [
    "11 a confirmation",
    sql(`UPDATE submission_item SET confirmation = 'x' WHERE ${item}`),
    /the figures that it approved were changed/,
  ],
  [
    "11 a reason",
    sql(`UPDATE submission_item SET reason_text = 'x' WHERE ${item}`),
    /the figures that it approved were changed/,
  ],
  [
    "11 a figure that waits for review",
    sql("UPDATE submission_item SET obs_value = '1' WHERE submission_id = 4"),
    /^submission 4: its figures were changed/,
  ],
  [
    "11 a figure older than hashes",
    sql("UPDATE submission_item SET confirmation = 'x' WHERE submission_id = 6"),
    /^submission 6: figures that were decided on/,
  ],
  [
    "12 the author of a submission",
    sql("UPDATE submission SET author = 'x' WHERE id = 1"),
    /^submission 1: its author is not/,
  ],
  ["12 the title of a submission", sql("UPDATE submission SET title = 'x' WHERE id = 3"), /^submission 3: its title/],
  [
    "13 a forged delegation",
    sql(
      `INSERT INTO delegation (reviewer, reviewer_name, stand_in, stand_in_name, starts_at, ends_at) VALUES ('${hoa}', 'x', '${lan}', 'x', '2026-11-01', '2026-12-31')`,
    ),
    /^delegation 3: the audit does not know of it/,
  ],
  ["13 an ended delegation", sql("UPDATE delegation SET revoked_at = NULL WHERE id = 2"), /^delegation 2: ended/],
  [
    "14 a stored response added",
    sql("INSERT INTO idempotency VALUES ('a', 'forged-key', 'r', '{}', '2026-11-27')"),
    /^answers: one was added/,
  ],
  [
    "14 a stored response changed",
    sql("UPDATE idempotency SET answer = '{}' WHERE key = 'approves-one'"),
    /^answer [0-9a-f]{32}: was changed/,
  ],
  [
    "14 a stored response older than hashes",
    sql("UPDATE idempotency SET answer = '{}' WHERE key = 'fixture-review-1'"),
    /^answers: one from before hashes was changed/,
  ],
  [
    "15 the name of evidence",
    sql("UPDATE evidence SET name = 'x.pdf' WHERE name = '2026.pdf'"),
    /^evidence [0-9a-f]{64}: was changed/,
  ],
  [
    "16 evidence overwritten",
    inEvidence((file) => writeFileSync(file, "%PDF-1.7 x")),
    /^evidence [0-9a-f]{64}: its file was changed/,
  ],
  ["16 evidence deleted", inEvidence((file) => rmSync(file)), /^evidence [0-9a-f]{64}: its file is missing/],
  [
    "17 a role in the sign-in file",
    staff(`UPDATE user SET role = 'administrator' WHERE id = '${lan}'`),
    /^staff [\w-]+: is administrator, in the audit contributor/,
  ],
  [
    "17 a name in the sign-in file",
    staff(`UPDATE user SET name = 'x' WHERE id = '${hoa}'`),
    /^staff [\w-]+: has another name/,
  ],
  [
    "17 another body",
    staff(`UPDATE user SET body = 'MOST' WHERE id = '${hoa}'`),
    /^staff [\w-]+: works for another body/,
  ],
  ["17 a removed lock", staff("UPDATE user SET disabled_at = NULL"), /^staff [\w-]+: is locked, or not/],
  [
    "17 an added person",
    staff(
      "INSERT INTO user (id, name, email, created_at, updated_at, role) VALUES ('x', 'x', 'x@example.vn', 0, 0, 'reviewer')",
    ),
    /^staff x: is not in the audit/,
  ],
  ...["email = 'thief@example.vn'", "confirmed_at = asked_at", `user_id = '${hoa}'`].map(
    (change): [string, Change, RegExp] => [
      `17 a change of address: ${change}`,
      staff(`UPDATE new_address SET ${change}`),
      /^staff [\w-]+: the audit does not know of this change of address/,
    ],
  ),
  ["17 a missing sign-in file", (file) => rmSync(staffFileFor(file)), /^sign-in: its file is missing/],
  ["18 a changed figure with a recomputed chain", rechained, "head"],
  [
    "18 a trigger named like a table of SQLite",
    plain(
      `CREATE TRIGGER "__drizzle_migrations" BEFORE INSERT ON audit WHEN NEW.action GLOB 'staff.*' BEGIN SELECT RAISE(IGNORE); END`,
    ),
    /^trigger __drizzle_migrations: was added/,
  ],
  [
    "18 … in the sign-in file",
    staff("CREATE TRIGGER session AFTER INSERT ON session BEGIN UPDATE user SET disabled_at = NULL; END"),
    /^sign-in, trigger session: was added/,
  ],
  [
    "19 the instant of a scheduled publication",
    sql("UPDATE schedule SET publish_at = '2026-11-27T03:00:00.000Z' WHERE state = 'waiting'"),
    /is scheduled for another instant/,
  ],
  [
    "19 … with its review",
    sql(
      "UPDATE schedule SET publish_at = '2026-11-27T03:00:00.000Z' WHERE review_id = 3; UPDATE review SET publish_at = '2026-11-27T03:00:00.000Z' WHERE id = 3",
    ),
    /review 3 was changed/,
  ],
  [
    "20 who looks after an indicator",
    sql("UPDATE assignment SET staff = 'x' WHERE indicator = 'EGDI_RANK'"),
    /^assignment of indicator EGDI_RANK/,
  ],
  [
    "21 a table that takes what it did not",
    (file) => {
      const raw = openRaw(file);
      raw.unsafeMode();
      raw.pragma("writable_schema = ON");
      raw.exec(
        "UPDATE sqlite_master SET sql = replace(sql, '`reviewer_name` text NOT NULL', '`reviewer_name` text') WHERE name = 'review'",
      );
      raw.close();
    },
    /^table review: was changed/,
  ],
  ["21 an index gone", plain("DROP INDEX release_review_id_unique"), /^index release_review_id_unique: missing/],
  ["21 rows at the end of a table gone", sql("DELETE FROM submission WHERE state = 'draft'"), /submission/],
  ...STATEMENT_KINDS,
  ["23 a comment", sql("UPDATE comment SET text = 'x'"), /^comment 1: is not the one in the audit/],
  ["23 a comment gone", sql("DELETE FROM comment"), /^comment 1: missing/],
  [
    "23 what went back to its author",
    sql("UPDATE handed_in SET content = '{}'"),
    /^submission \d+ at version \d+: what was handed in is not what is kept of it/,
  ],
  ["23 … gone", sql("DELETE FROM handed_in"), /^submission \d+ at version \d+: what was handed in is missing/],
  ...TOLD_KINDS.map(([kind, change, report]): [string, Change, RegExp] => [kind, sql(change), report]),
  ["25 an absence", sql("UPDATE absence SET to_day = '2026-12-31'"), /^absence 1: is not as the audit has it/],
  ["25 an absence that was not ended", sql("UPDATE absence SET ended_at = NULL"), /^absence 1: is not as/],
  [
    "25 an absence that nobody recorded",
    sql(
      `INSERT INTO absence (staff, staff_name, from_day, to_day, created_by, created_by_name, created_at) SELECT '${hoa}', staff_name, from_day, to_day, created_by, created_by_name, created_at FROM absence`,
    ),
    /^absence 2: is not as the audit has it/,
  ],
  ["25 an absence gone", sql("DELETE FROM absence"), /^absence 1: missing/],
];
