import { describe, expect, test } from "vitest";
import { HEAD, NOW } from "../../app.fixture.ts";
import { execute, queryScalar } from "../../db/raw.fixture.ts";
import { findTampering } from "../../verify/verify.ts";
import { gii2026, type Json, read, slug, team } from "../team.fixture.ts";
import { correction, duty, explanation, orientation, remark, revisedIn, state, trial } from "./statements.fixture.ts";

const letter = { kind: "official_letter", letter: { number: "1/B", person: "Nguyễn Văn An" } };

describe("a draft of statements", async () => {
  const t = await team();
  const refused = async (...statements: Json[]) => {
    const answer = await t.lan.post("/submissions", { title: "x", statements });
    expect(answer.status).toBe(422);
    return (await read(answer)).errors;
  };
  const withContent = (one: Json, content: Json) => ({ ...one, content: { ...(one.content as Json), ...content } });

  test.each<[string, Json[], [pointer: string, detail: string][]]>([
    ["an unknown target", [{ ...remark, subject: "X" }], [["/subject", "unknown target X"]]],
    ["an unknown body", [withContent(remark, { body: "X" })], [["/content/body", "unknown body X"]]],
    [
      "a release to come",
      [withContent(remark, { assessedRelease: HEAD + 1 })],
      [["/content/assessedRelease", `no release ${HEAD + 1}; the newest is ${HEAD}`]],
    ],
    [
      "a letter of tomorrow",
      [withContent(remark, { letter: { number: "1", date: "2026-11-22" } })],
      [["/content/letter/date", "expected a day up to today"]],
    ],
    [
      "a letter of long ago",
      [withContent(remark, { letter: { number: "1", date: "0001-01-01" } })],
      [["/content/letter/date", "expected a day from 1900-01-01 on"]],
    ],
    [
      "an official letter of tomorrow as its source",
      [{ ...duty, newSource: { ...duty.newSource, ...letter, date: "2026-11-22" } }],
      [["/newSource/date", "expected a day up to today"]],
    ],
    [
      "a remark without text, number and person",
      [withContent(remark, { text: { vi: " " }, letter: { number: "", date: "2026-11-18" }, person: "" })],
      [
        ["/content/text/vi", "expected some text, found none"],
        ["/content/letter/number", "expected some text, found none"],
        ["/content/person", "expected some text, found none"],
      ],
    ],
    [
      "a state that is none",
      [withContent(orientation, { state: "trial" })],
      [["/content/state", 'Invalid option: expected one of "no_information"|"in_progress"|"done"']],
    ],
    [
      "a state without evidence",
      [withContent(orientation, { source: null })],
      [["/content/source", "expected the source that says so"]],
    ],
    [
      "two sources",
      [{ ...duty, content: { ...duty.content, source: "C4IR-2511" } }],
      [["/newSource", "expected a listed source or a new one, not both"]],
    ],
    [
      "a new source that a spreadsheet would calculate",
      [{ ...duty, newSource: { ...duty.newSource, title: "=HYPERLINK(1)", publisher: " ＠x", date: "-x" } }],
      ["title", "publisher", "date"].map((name): [string, string] => [
        `/newSource/${name}`,
        "may not begin with = + @, or with - before anything but a digit",
      ]),
    ],
    ["an unknown source", [withContent(orientation, { source: "X" })], [["/content/source", "unknown source X"]]],
    [
      "a look of tomorrow",
      [withContent(orientation, { checkedOn: "2026-11-22" })],
      [["/content/checkedOn", "expected a day up to today"]],
    ],
    [
      "a withdrawal of nothing",
      [{ ...orientation, withdrawn: true }],
      [["/withdrawn", "nothing is published that could be withdrawn"]],
    ],
    [
      "a correction of nothing",
      [withContent(correction, { indicators: [], pages: [] })],
      [["/content/indicators", "expected an indicator or a page that was wrong"]],
    ],
    [
      "a correction of an unknown indicator in releases to come",
      [withContent(correction, { indicators: ["NO_SUCH"], wrongSince: HEAD + 2, rightSince: HEAD + 1 })],
      [
        ["/content/indicators", "unknown indicator NO_SUCH"],
        ["/content/rightSince", `no release ${HEAD + 1}; the newest is ${HEAD}`],
        ["/content/wrongSince", `expected a release up to ${HEAD + 1}`],
      ],
    ],
    [
      "a correction of a page that is none",
      [withContent(correction, { pages: ["/nowhere"] })],
      [["/content/pages/0", expect.stringContaining("/strategy")]],
    ],
    [
      "an explanation that is longer than its printed page",
      [
        withContent(explanation, {
          revisedIn: 1,
          used: { vi: `${"x".repeat(1200)}\ny` },
          answer: { vi: `${"x\n".repeat(12)}x` },
        }),
      ],
      [["/content/answer/vi", "expected at most 12 lines of 110 characters"]],
    ],
    [
      "an explanation of a figure that was never revised",
      [{ ...withContent(explanation, { revisedIn: 1 }), subject: "GII_RANK-WIPO-2025" }],
      [["/subject", "expected a revised figure, such as GII_RANK-WIPO-2025"]],
    ],
    [
      "an explanation of a release that did not revise the figure",
      [withContent(explanation, { revisedIn: 1 })],
      [["/content/revisedIn", `expected a release that revised it: ${await revisedIn(t.db)}`]],
    ],
  ])("is refused with %s, by field, and nothing is written", async (_, statements, errors) => {
    const rows = () => queryScalar(t.db, "SELECT count(*) FROM submission");
    const before = await rows();
    expect(await refused(...statements)).toEqual(
      errors.map(([pointer, detail]) => ({ pointer: `/statements/0${pointer}`, detail })),
    );
    expect(await rows()).toBe(before);
  });
  test("holds each statement once, and no figures beside them", async () => {
    expect(await refused(trial, trial)).toEqual([
      { pointer: "/statements/1/subject", detail: "there is another trial/viettel-2020 in this submission" },
    ]);
    const both = await t.lan.post("/submissions", { title: "x", items: [gii2026], statements: [trial] });
    expect(await slug(both)).toBe("conflict");
    const made = await state(t, trial);
    expect(await slug(t.lan.post(`/submissions/${made.id}/items`, gii2026, t.at(made.version)))).toBe("conflict");
  });
  test("is replaced as a whole by its author, at the version that they read", async () => {
    const made = await state(t, trial);
    const path = `/submissions/${made.id}/statements`;
    expect((await t.lan.put(path, { statements: [] })).status).toBe(428);
    expect(await slug(t.hoa.put(path, { statements: [] }, t.at(made.version)))).toBe("forbidden");
    const changed = await read(t.lan.put(path, { statements: [orientation, duty] }, t.at(made.version)));
    expect(changed.statements.map(({ id }: Json) => id)).toEqual([
      "commitment/affiliate-two-areas",
      "orientation/D2289-cooperation",
    ]);
    expect((await t.lan.put(path, { statements: [] }, t.at(made.version))).status).toBe(412);
    const emptied = await read(t.lan.put(path, { statements: [] }, t.at(changed.version)));
    expect(await slug(t.lan.post(`/submissions/${made.id}/submit`, undefined, t.at(emptied.version)))).toBe("conflict");
  });
  test("is seen by colleagues once submitted, not while it is changed", async () => {
    const made = await t.submit(t.lan, await state(t, remark));
    const seen = async () => (await read(t.hoa.get(`/submissions/${made.id}`))).statements[0].proposed?.content ?? null;
    expect(await seen()).toEqual(remark.content);
    const returned = await read(t.review(t.hoa, made, { reason: "Thiếu trang" }));
    expect([returned.state, await seen()]).toEqual(["returned", null]);
    await t.answer(t.lan, made.id, { statement: made.statements[0].id });
    const again = await read(t.lan.post(`/submissions/${made.id}/submit`, undefined, t.at(returned.version)));
    const rejected = await read(t.review(t.hoa, again, { rest: "reject", reason: "Không phải công văn" }));
    expect([rejected.state, rejected.release, await seen()]).toEqual(["rejected", null, remark.content]);
    expect(await findTampering({ db: t.db, now: NOW })).toBeNull();
  });
});

describe("the database itself", async () => {
  const t = await team();
  const made = await t.submit(t.lan, await state(t, remark));
  const run = (sql: string) => () => execute(t.db.file, sql);
  const day = "'2026-11-21T06:00:00.000Z'";

  test("keeps what was submitted, and figures apart from statements", async () => {
    expect(run("UPDATE submission_statement SET body = '{}'")).toThrow("replaced, never changed");
    expect(run("DELETE FROM submission_statement")).toThrow("what is submitted does not change");
    expect(run(`INSERT INTO submission_statement VALUES (${made.id}, 'x', '{}', 0, NULL, NULL, '[]', NULL)`)).toThrow(
      "what is submitted does not change",
    );
    const figures = await t.draft(t.lan, gii2026);
    expect(
      run(`INSERT INTO submission_statement VALUES (${figures.id}, 'x', '{}', 0, NULL, NULL, '[]', NULL)`),
    ).toThrow("figures or statements");
  });
  test("publishes a statement as it was approved, and none without an approval", () => {
    const body = `(SELECT body FROM submission_statement WHERE submission_id = ${made.id})`;
    const review = `INSERT INTO review (id, submission_id, reviewer, reviewer_name, decision, at) VALUES (1, ${made.id}, 'other', 'x', 'approve', ${day})`;
    const release = `INSERT INTO release VALUES (${HEAD + 1}, ${day}, 'submission', 'x', 'x', 'Lan', 'x', 1)`;
    const publish = (text: string, id = remark.subject) =>
      `INSERT INTO definition_revision VALUES ('statement', 'remark/${id}/MOST', ${HEAD + 1}, ${text})`;
    const all = (...sql: string[]) => run(["BEGIN", ...sql, "ROLLBACK"].join(";\n"));
    expect(all(review, release, publish(body))).not.toThrow();
    expect(all(review, release, publish("'{}'"))).toThrow("as it was approved");
    expect(all(review, release, publish("NULL"))).toThrow("as it was approved");
    expect(all(review, release, publish(body, "D2289-2025-GII_RANK"))).toThrow("as it was approved");
    const seed = `INSERT INTO release VALUES (${HEAD + 1}, ${day}, 'seed_change', 'x', 'x', NULL, NULL, NULL)`;
    expect(all(seed, publish(body))).toThrow("as it was approved");
  });
});
