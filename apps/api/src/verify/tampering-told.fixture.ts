import { fixturePeople } from "../older-database.fixture.ts";

const hoa = fixturePeople.hoa.id;
const lan = fixturePeople.lan.id;

/** Changes by SQL of what staff are told, set and ask for, and what verify reports. */
export const TOLD_KINDS: [kind: string, change: string, report: RegExp][] = [
  [
    "24 a comment added",
    `INSERT INTO comment (submission_id, part, author, author_name, at, text) SELECT submission_id, part, '${lan}', author_name, at, text FROM comment`,
    /^comment 2: is not the one in the audit/,
  ],
  [
    "24 a notice of what never was",
    `INSERT INTO notice (at, kind, person, submission_id, detail) VALUES ('2026-11-27T02:00:01.000Z', 'published', '${lan}', 1, '{}')`,
    /^notice \d+: the audit does not know of it/,
  ],
  [
    "24 a notice by somebody else",
    "UPDATE notice SET detail = json_set(detail, '$.actor', 'x') WHERE id = 1",
    /^notice 1: the audit does not know of it/,
  ],
  [
    "24 a notice to whom it does not concern",
    `UPDATE notice SET person = 'x' WHERE id = (SELECT max(id) FROM notice WHERE person = '${lan}')`,
    /^notice \d+: the audit does not know of it/,
  ],
  [
    "24 a notice to another role",
    "UPDATE notice SET role = 'contributor' WHERE id = (SELECT max(id) FROM notice WHERE role IS NOT NULL)",
    /^notice \d+: the audit does not know of it/,
  ],
  [
    "24 a notice of another thing than happened",
    `UPDATE notice SET kind = 'failed' WHERE id = (SELECT max(id) FROM notice WHERE kind = 'commented')`,
    /^notice \d+: the audit does not know of it/,
  ],
  ["24 a notice gone", "DELETE FROM notice WHERE id = 2", /^notice 2: missing/],
  [
    "24 a mail to somebody without the role of its notice",
    `INSERT INTO mail (notice_id, person, state, next_at) SELECT id, '${lan}', 'sent', at FROM notice WHERE role = 'reviewer'`,
    /^mail of notice \d+ to \S+: the notice is for somebody else/,
  ],
  [
    "24 a mail of what somebody else is told",
    `UPDATE mail SET person = '${hoa}' WHERE person = '${lan}' AND notice_id = (SELECT max(id) FROM notice WHERE person = '${lan}')`,
    /^mail of notice \d+ to \S+: the notice is for somebody else/,
  ],
  [
    "24 a mail of nothing",
    `INSERT INTO mail (notice_id, person, state, next_at) VALUES (9999, '${lan}', 'sent', '2026-11-27')`,
    /^mail of notice 9999 to \S+: there is no such notice/,
  ],
  ["24 a limit", "UPDATE change_limit SET high = 90", /^change_limit 1: is not the one in the audit/],
  ["24 who set it", "UPDATE change_limit SET set_by_name = 'x'", /^change_limit 1: is not the one in the audit/],
  [
    "24 a limit added",
    `INSERT INTO change_limit (indicator, reason, set_by, set_by_name, at) VALUES ('GII_RANK', 'x', '${hoa}', 'x', '2026-11-27')`,
    /^change_limit 2: is not the one in the audit/,
  ],
  ["24 what a body was asked for", "UPDATE enquiry SET due_on = '2026-12-31'", /^enquiry 1: was changed/],
  [
    "24 a scan that did not come",
    "UPDATE enquiry_event SET evidence = '[]'",
    /^enquiry 1: what happened to it was changed/,
  ],
  [
    "24 an answer that never came",
    `INSERT INTO enquiry_event (enquiry_id, kind, number, on_day, by, by_name, at) VALUES (1, 'received', '9', '2026-11-27', '${lan}', 'x', '2026-11-27')`,
    /^enquiry 1: what happened to it was changed/,
  ],
];
