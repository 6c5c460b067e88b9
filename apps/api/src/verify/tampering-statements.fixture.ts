import { tamper } from "../db/raw.fixture.ts";

const sql = (text: string) => (file: string) => tamper(file, text);
const [REMARK, DUTY] = ["remark/D2289-2030-GII_RANK/MOST", "commitment/affiliate-two-areas"];
const WORDS = "verbatim/D2289-2030-GII_RANK";
const [NOTICE, ANSWER] = ["correction/2026-11-21-a1b2", "explanation/DIGITAL_ECONOMY_GDP-NSO-2023"];

const ISSUED = "report/2026-11-20-12-BC-BKHCN";
const WITH_FIGURE = "kind = 'statement' AND id GLOB 'correction/*-1'";

/** Kind, tampering with statements, and the report. */
export const STATEMENT_KINDS: [string, (file: string) => void, RegExp][] = [
  [
    "22 a published statement",
    sql(`UPDATE definition_revision SET body = json_set(body, '$.content.person', 'x') WHERE id = '${REMARK}'`),
    /^statement remark\/D2289-2030-GII_RANK\/MOST of release \d+: is not what was approved/,
  ],
  [
    "22 a proposed statement",
    sql(`UPDATE submission_statement SET body = json_set(body, '$.content.person', 'x') WHERE id = '${REMARK}'`),
    /^submission \d+: statement remark\/D2289-2030-GII_RANK\/MOST was changed after it was handed in/,
  ],
  [
    "22 … with what was published of it",
    sql(
      `UPDATE submission_statement SET body = json_set(body, '$.content.person', 'x') WHERE id = '${REMARK}';
       UPDATE definition_revision SET body = json_set(body, '$.content.person', 'x') WHERE id = '${REMARK}'`,
    ),
    /^submission \d+: statement remark\/D2289-2030-GII_RANK\/MOST was changed after it was handed in/,
  ],
  [
    "22 the state of a duty with a new source",
    sql(`UPDATE definition_revision SET body = json_set(body, '$.content.state', 'done') WHERE id = '${DUTY}'`),
    /^statement commitment\/affiliate-two-areas of release \d+: is not what was approved/,
  ],
  [
    "22 the words of a target",
    sql(`UPDATE definition_revision SET body = json_set(body, '$.content.wording.vi', 'x') WHERE id = '${WORDS}'`),
    /^statement verbatim\/D2289-2030-GII_RANK of release \d+: is not what was approved/,
  ],
  [
    "22 the scan behind them",
    sql(`UPDATE submission_statement SET evidence = '[]' WHERE id = '${WORDS}'`),
    /^submission \d+: statement verbatim\/D2289-2030-GII_RANK was changed after it was handed in/,
  ],
  [
    "22 the release that an error of our own stood from",
    sql(`UPDATE definition_revision SET body = json_set(body, '$.content.wrongSince', 62) WHERE id = '${NOTICE}'`),
    /^statement correction\/2026-11-21-a1b2 of release \d+: is not what was approved/,
  ],
  [
    "22 a notice of it taken off",
    sql(`UPDATE definition_revision SET body = NULL WHERE id = '${NOTICE}'`),
    /^statement correction\/2026-11-21-a1b2 of release \d+: is not what was approved/,
  ],
  [
    "22 the notice that came out with a figure put right",
    sql(`UPDATE definition_revision SET body = json_set(body, '$.content.right.vi', 'x') WHERE ${WITH_FIGURE}`),
    /^release \d+: its figures were changed after publication/,
  ],
  [
    "22 … gone",
    sql(`DELETE FROM definition_revision WHERE ${WITH_FIGURE}`),
    /^statement correction\/2026-\d\d-\d\d-\d+-1 of release \d+: missing/,
  ],
  [
    "22 the answer about a revised figure",
    sql(`UPDATE submission_statement SET body = json_set(body, '$.content.answer.vi', 'x') WHERE id = '${ANSWER}'`),
    /^submission \d+: statement explanation\/DIGITAL_ECONOMY_GDP-NSO-2023 was changed after it was handed in/,
  ],
  [
    "22 … as published",
    sql(`UPDATE definition_revision SET body = json_set(body, '$.content.answer.vi', 'x') WHERE id = '${ANSWER}'`),
    /^statement explanation\/DIGITAL_ECONOMY_GDP-NSO-2023 of release \d+: is not what was approved/,
  ],
  [
    "22 the release of an issued report's data",
    sql(`UPDATE definition_revision SET body = json_set(body, '$.content.dataRelease', 61) WHERE id = '${ISSUED}'`),
    /^statement report\/2026-11-20-12-BC-BKHCN of release \d+: is not what was approved/,
  ],
  [
    "22 the paper behind it",
    sql(`UPDATE submission_statement SET evidence = '[]' WHERE id = '${ISSUED}'`),
    /^submission \d+: statement report\/2026-11-20-12-BC-BKHCN was changed after it was handed in/,
  ],
  [
    "22 a statement withdrawn",
    sql(`UPDATE definition_revision SET body = NULL WHERE id = '${DUTY}'`),
    /^statement commitment\/affiliate-two-areas of release \d+: is not what was approved/,
  ],
  [
    "22 a statement gone",
    sql(`DELETE FROM definition_revision WHERE id = '${REMARK}'`),
    /^statement remark\/D2289-2030-GII_RANK\/MOST of release \d+: missing/,
  ],
  [
    "22 a proposed statement gone",
    sql(`DELETE FROM submission_statement WHERE id = '${DUTY}'`),
    /^submission \d+: statement commitment\/affiliate-two-areas is missing/,
  ],
  [
    "22 an error that nobody admitted",
    sql(
      `INSERT INTO definition_revision SELECT kind, 'correction/x', release_id, body FROM definition_revision WHERE id = '${NOTICE}'`,
    ),
    /^statement correction\/x of release \d+: nobody approved it/,
  ],
  [
    "22 words that nobody read",
    sql(
      `INSERT INTO definition_revision SELECT kind, 'verbatim/D2289-2030-EGDI_RANK', release_id, body FROM definition_revision WHERE id = '${WORDS}'`,
    ),
    /^statement verbatim\/D2289-2030-EGDI_RANK of release \d+: nobody approved it/,
  ],
  [
    "22 a statement that nobody approved",
    sql("INSERT INTO definition_revision VALUES ('statement', 'remark/x/MOST', 1, '{}')"),
    /^statement remark\/x\/MOST of release 1: nobody approved it/,
  ],
];
