import { COUNTRY } from "@moc2030/shared/figure/country";
import { revisionsOf } from "@moc2030/shared/figure/revisions";
import type { ProblemDetail } from "@moc2030/shared/schema/problem";
import { issuedReportId, revisedFigureOf, type StatementInput, statementId } from "@moc2030/shared/schema/statement";
import { dayInVietNam } from "@moc2030/shared/text/date";
import type { Db } from "../../db/database.ts";
import { findDefinition } from "../../definitions/queries.ts";
import { findStatement } from "../../definitions/statements.ts";
import { Problem } from "../../http/problem.ts";
import { figuresAt } from "../../observations/figures-at.ts";
import { newestReleaseId, releaseRefs } from "../../observations/read-point.ts";
import { findFiles } from "../evidence/queries.ts";
import { DOCX, PDF } from "../evidence/store.ts";

/** What kind of definition a statement is about, where its subject is one. */
const SUBJECTS = {
  remark: "target",
  commitment: "commitment",
  orientation: "orientation",
  trial: "trial",
  verbatim: "target",
  correction: null,
  explanation: null,
  report: null,
} as const;

/** The first day of a report's period. */
const firstDay = (period: string) => `${period.slice(0, 4)}-01-01`;

type Report = (field: string, detail: string) => void;
type Of<K extends StatementInput["kind"]> = Extract<StatementInput, { kind: K }>;
type Around = {
  db: Db;
  release: number | null;
  today: string;
  knows: (of: Parameters<typeof findDefinition>[1], id: string) => Promise<boolean>;
  report: Report;
};

async function checkRemark({ content, newSource }: Of<"remark">, { release, today, knows, report }: Around) {
  const { body, assessedRelease, letter } = content;
  if (!(await knows("body", body))) report("content/body", `unknown body ${body}`);
  if (assessedRelease > (release ?? 0))
    report("content/assessedRelease", `no release ${assessedRelease}; the newest is ${release ?? "none"}`);
  if (letter.date > today) report("content/letter/date", "expected a day up to today");
  if (newSource) report("newSource", "a remark has its letter as source");
}

async function checkCorrection({ content, newSource }: Of<"correction">, { release, knows, report }: Around) {
  const { indicators, pages, wrongSince, rightSince } = content;
  for (const code of indicators)
    if (!(await knows("indicator", code))) report("content/indicators", `unknown indicator ${code}`);
  if (indicators.length + pages.length === 0)
    report("content/indicators", "expected an indicator or a page that was wrong");
  if (rightSince > (release ?? 0))
    report("content/rightSince", `no release ${rightSince}; the newest is ${release ?? "none"}`);
  if (wrongSince > rightSince) report("content/wrongSince", `expected a release up to ${rightSince}`);
  if (newSource) report("newSource", "an error of our own has no source");
}

async function checkExplanation({ subject, content, newSource }: Of<"explanation">, { db, release, report }: Around) {
  const figure = revisedFigureOf(subject);
  const history = figure && (await figuresAt(db, release ?? 0, { ...figure, refArea: COUNTRY, history: true }));
  const releases = revisionsOf(history ?? []).map((one) => one.new.release);
  if (releases.length === 0) report("subject", "expected a revised figure, such as GII_RANK-WIPO-2025");
  else if (!releases.includes(content.revisedIn))
    report("content/revisedIn", `expected a release that revised it: ${releases.join(", ")}`);
  if (newSource) report("newSource", "the sources are those of the figure");
}

async function checkReport({ subject, content, evidence, withdrawn, newSource }: Of<"report">, around: Around) {
  const { db, release, today, report } = around;
  const { date, period, dataRelease, dataDay } = content;
  const id = issuedReportId(content);
  if (subject !== id) report("subject", `expected ${id}, by its number and date`);
  if (date > today) report("content/date", "expected a day up to today");
  if (dataDay > date) report("content/dataDay", "expected a day up to that of the report");
  if (firstDay(period) > dataDay) report("content/period", `expected a period that had begun by ${dataDay}`);
  const data = (await releaseRefs(db, [dataRelease])).get(dataRelease);
  if (!data) report("content/dataRelease", `no release ${dataRelease}; the newest is ${release ?? "none"}`);
  else if (dayInVietNam(new Date(data.publishedAt)) > dataDay)
    report("content/dataRelease", `expected a release published by ${dataDay}`);
  if (newSource) report("newSource", "a report is its own source");
  if (withdrawn) return;
  // A text is kept without open places alone.
  const types = (await findFiles(db, evidence)).map(({ type }) => type);
  if (!types.includes(DOCX)) report("evidence", "expected its final text as DOCX");
  if (!types.includes(PDF)) report("evidence", "expected the signed paper as PDF");
}

/** What somebody read in a source: how far a duty, an orientation or a proposal has come, or the words of a target. */
async function checkReading(
  input: Of<"commitment" | "orientation" | "trial" | "verbatim">,
  { db, release, today, report }: Around,
) {
  const { newSource } = input;
  const { source, checkedOn } = input.content;
  if (checkedOn > today) report("content/checkedOn", "expected a day up to today");
  if (newSource?.kind === "official_letter" && (newSource.date ?? "") > today)
    report("newSource/date", "expected a day up to today");
  if (source !== null && newSource) report("newSource", "expected a listed source or a new one, not both");
  const listed = source === null ? undefined : await findDefinition(db, "source", source, release);
  if (source !== null && !listed) report("content/source", `unknown source ${source}`);
  const needsSource = input.kind === "verbatim" || input.content.state !== "no_information";
  if (source === null && !newSource && needsSource) report("content/source", "expected the source that says so");
  if (input.kind === "verbatim") {
    if (listed && listed.kind !== "legal_text") report("content/source", "expected the text of the document itself");
    if (newSource && newSource.kind !== "legal_text") report("newSource/kind", "expected legal_text");
    if (input.evidence.length === 0 && !input.withdrawn) report("evidence", "expected a scan of the page");
  }
}

/** Reports what of a statement is unknown, missing or still to come, as of the newest release. */
async function check(db: Db, input: StatementInput, release: number | null, today: string, report: Report) {
  const { kind, subject, content, withdrawn, newSource } = input;
  const knows: Around["knows"] = async (of, id) => (await findDefinition(db, of, id, release)) !== undefined;
  const around = { db, release, today, knows, report };
  const about = SUBJECTS[kind];
  if (about && !(await knows(about, subject))) report("subject", `unknown ${about} ${subject}`);
  if (kind === "remark") await checkRemark(input, around);
  else if (kind === "correction") await checkCorrection(input, around);
  else if (kind === "explanation") await checkExplanation(input, around);
  else if (kind === "report") await checkReport(input, around);
  else await checkReading(input, around);
  const published = await findStatement(db, statementId(input), release);
  if (published === null && withdrawn) report("withdrawn", "nothing is published that could be withdrawn");
  if (published === null) return;
  if (input.reasonText === null && kind === "report")
    return report(
      "content/number",
      `a report of this number and date is registered already, in release ${published.release}`,
    );
  if (input.reasonText === null) report("reasonText", "say why the published statement changes");
  if (!withdrawn && !newSource && JSON.stringify(published.content) === JSON.stringify(content))
    report("content", "this is what is published already");
}

/** Throws a 422 with every field of the statements that is unknown, missing, repeated or still to come. */
export async function assertStatements(db: Db, inputs: readonly StatementInput[], now: Date) {
  const release = await newestReleaseId(db);
  const today = dayInVietNam(now);
  const errors: ProblemDetail[] = [];
  const seen = new Set<string>();
  for (const [index, input] of inputs.entries()) {
    const report: Report = (field, detail) => errors.push({ pointer: `/statements/${index}/${field}`, detail });
    const id = statementId(input);
    if (seen.has(id)) report("subject", `there is another ${id} in this submission`);
    seen.add(id);
    await check(db, input, release, today, report);
  }
  const [first] = errors;
  if (first) throw new Problem("invalid", `${"pointer" in first ? first.pointer : ""}: ${first.detail}`, errors);
}
