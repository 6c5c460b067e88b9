import { z } from "zod";
import { looksLikeFormula } from "../text/clean.ts";
import { day, eventDay } from "./date.ts";
import { evidenceFile, newSource, sha256 } from "./evidence.ts";
import { indicatorCode } from "./indicator.ts";
import { line, lines, notFormula } from "./line.ts";
import { reportPeriod } from "./report.ts";

const words = (max: number) =>
  lines(max)
    .min(1)
    .refine(...notFormula);
const oneLine = (max: number) =>
  line(max)
    .min(1)
    .refine(...notFormula);
const textOf = <S extends z.ZodType>(text: S) => z.strictObject({ vi: text, en: text.nullable().default(null) });
/** A text as staff type it: Vietnamese, with an English translation if there is one. */
const typedText = textOf(words(4000));
const id = z.string().regex(/^[A-Za-z0-9_-]{1,100}$/, "expected an id");

const release = z.int().min(1);

/** Pages that a correction can concern beside those of its indicators, by their addresses. */
export const CORRECTED_PAGES = [
  "/",
  "/indicators",
  "/bodies",
  "/compare",
  "/data",
  "/strategy",
  "/releases",
  "/about",
] as const;

/** How far a duty or an orientation has come, as far as anybody has recorded. */
export const progress = z.enum(["no_information", "in_progress", "done"]);
/** How far a firm's proposal has come. */
export const trialStage = z.enum(["proposed", "trial", "evaluation", "scaled_up", "stopped"]);

const evidence = {
  /** Where it was read: the id of a listed source. */
  source: id.nullable().default(null),
  place: oneLine(2000).nullable().default(null).describe("Page of the source; number and date of the letter."),
  checkedOn: eventDay.describe("When somebody last looked."),
  note: typedText.nullable().default(null),
};

/** An error of our own, put right. What the compiler of a figure revises is no correction. */
export const correctionContent = z.strictObject({
  indicators: z.array(indicatorCode).max(30).default([]).describe("Codes of the indicators that it concerns."),
  pages: z.array(z.enum(CORRECTED_PAGES)).max(CORRECTED_PAGES.length).default([]),
  wrong: textOf(words(600)),
  right: textOf(words(600)),
  why: textOf(words(300)).describe("How the error came about, in a sentence."),
  wrongSince: release.describe("The first release in which it was wrong."),
  rightSince: release.describe("The release that put it right."),
});

/** Lines of a text on paper, at 110 characters each. */
const printedLines = (text: string) =>
  text.split("\n").reduce((sum, one) => sum + Math.max(1, Math.ceil(one.length / 110)), 0);
/** Short enough for one printed page with all that stands beside it. */
const printedText = textOf(
  words(1320).refine((text) => printedLines(text) <= 12, "expected at most 12 lines of 110 characters"),
);

/** What is answered about a figure that its compiler revised, or that was put right. */
export const explanationContent = z.strictObject({
  revisedIn: release.describe("The release of the revision that it explains."),
  used: printedText.describe("Reports that used the old figure."),
  answer: printedText.describe("What is answered to those who ask."),
});

/** A report as it was signed. `dataDay` is the day on which its figures and verdicts are as known, by the paper itself. */
export const issuedContent = z.strictObject({
  number: oneLine(50)
    .regex(/^[^[\]［］]*\d[^[\]［］]*$/, "expected a number and symbol such as 12/BC-BKHCN")
    .describe("Number and symbol: 12/BC-BKHCN."),
  date: day,
  period: reportPeriod,
  dataRelease: release.describe("The release whose data it has."),
  dataDay: day.describe("The day of its data, by which it is assessed."),
});

const contents = {
  /** What a responsible body says of an assessment, in a letter. It stands beside the assessment and never changes it. */
  remark: z.strictObject({
    body: id.describe("Who wrote it, as in GET /bodies."),
    assessedRelease: release.describe("The release whose assessment it speaks of."),
    text: typedText,
    letter: z.strictObject({ number: oneLine(100), date: eventDay }),
    person: oneLine(200).describe("Who signed it, with position."),
  }),
  commitment: z.strictObject({ state: progress, ...evidence }),
  orientation: z.strictObject({ state: progress, ...evidence }),
  trial: z.strictObject({ state: trialStage, ...evidence, legalBasis: typedText.nullable().default(null) }),
  /** The words of a target as somebody read them in the signed text. They stand in place of those quoted from elsewhere. */
  verbatim: z.strictObject({
    wording: z.strictObject({ vi: words(2000), en: words(2000) }).describe("The text itself, and a translation of it."),
    clause: oneLine(300).describe("Part, section and point."),
    page: z.int().min(1).max(9999),
    source: evidence.source,
    checkedOn: eventDay.describe("When it was read."),
    differs: typedText
      .nullable()
      .default(null)
      .describe("What it asks otherwise than the assessment does; null where the two agree."),
  }),
  correction: correctionContent,
  explanation: explanationContent,
  report: issuedContent,
} as const;
type StatementKind = keyof typeof contents;

/**
 * What a statement is about: the id of a target, commitment, orientation or trial. A correction has an id of its own, an
 * explanation that of `revisedFigureId`, an issued report that of `issuedReportId`.
 */
const head = <K extends StatementKind>(kind: K) => ({ kind: z.literal(kind), subject: id });
const published = <K extends StatementKind>(kind: K) =>
  z.strictObject({ ...head(kind), content: contents[kind], release: z.int() });

export const remark = published("remark");
export type Remark = z.infer<typeof remark>;
/** A statement as published, with the release of its newest version. */
export const statement = z.discriminatedUnion("kind", [
  remark,
  published("commitment"),
  published("orientation"),
  published("trial"),
  published("verbatim"),
  published("correction"),
  published("explanation"),
  published("report"),
]);
export type Statement = z.infer<typeof statement>;
/** The kinds, in the order in which they are offered. */
export const statementKind = z.strictObject(contents).keyof();

/** Its title, publisher and date become cells of files once it is listed; those of a figure are findings of its form. */
const listable = newSource.superRefine((source, context) => {
  for (const name of ["title", "publisher", "date"] as const)
    if (looksLikeFormula(source[name] ?? ""))
      context.addIssue({ code: "custom", path: [name], message: notFormula[1] });
});
const proposal = {
  newSource: listable.nullable().default(null),
  reasonText: words(2000).nullable().default(null).describe("Why a published statement is changed or withdrawn."),
  evidence: z.array(sha256).max(10).default([]),
  baseRelease: z
    .int()
    .nullable()
    .optional()
    .describe("Release of the statement that the author saw; null where there was none; absent: the one of now."),
};
const proposed = <K extends StatementKind>(kind: K) =>
  z.strictObject({ ...head(kind), content: contents[kind], withdrawn: z.boolean().default(false), ...proposal });

/** A proposed statement. `withdrawn` takes the published one back; its content says which. */
export const statementInput = z.discriminatedUnion("kind", [
  proposed("remark"),
  proposed("commitment"),
  proposed("orientation"),
  proposed("trial"),
  proposed("verbatim"),
  proposed("correction"),
  proposed("explanation"),
  proposed("report"),
]);
export type StatementInput = z.infer<typeof statementInput>;
/** The statements of a submission. */
export const statementInputs = z.array(statementInput).max(50);

/** A proposed statement in its submission. */
export const proposedStatement = z.strictObject({
  id: z.string().describe("Which statement it is: kind, subject and, of a remark, body."),
  /** Null where the reader may not see it. */
  proposed: statementInput.nullable(),
  /** The copies that `evidence` names. */
  files: z.array(evidenceFile),
  /** What is published: now, or once decided, what its author saw. */
  current: statement.nullable(),
  /** Whether the published statement is no longer the one that the author saw. */
  moved: z.boolean(),
  /** Of a verbatim: the words that it stands in place of. Null for other kinds. */
  replaces: z.strictObject({ vi: z.string().nullable(), en: z.string() }).nullable(),
});

/** Which statement it is: two bodies' remarks on one target are two. */
export const statementId = ({ kind, subject, content }: Pick<Statement, "kind" | "subject" | "content">): string =>
  `${kind}/${subject}${"body" in content ? `/${content.body}` : ""}`;

/** One of the country's figures, as an explanation names it: `GII_RANK-WIPO-2025`. */
export const revisedFigureId = (of: { indicator: string; compiler: string; timePeriod: number }): string =>
  `${of.indicator}-${of.compiler}-${of.timePeriod}`;

/** Which issued report it is, by day and number; those that differ in signs or case alone are one: `2026-12-01-12-BC-BKHCN`. */
export const issuedReportId = ({ number, date }: { number: string; date: string }): string =>
  `${date}-${number
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "D")
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "-")
    .replace(/^-|-$/g, "")}`;

/** The figure of such an id; null for any other text. */
export function revisedFigureOf(id: string) {
  const [, indicator, compiler, year] = /^([A-Z][A-Z0-9_]+)-([A-Z]+)-(\d{4})$/.exec(id) ?? [];
  return indicator && compiler ? { indicator, compiler, timePeriod: Number(year) } : null;
}

const recorded = {
  checkedOn: day.nullable(),
  source: z.string().nullable(),
  place: z.string().nullable(),
  note: typedText.nullable(),
  release: z.int().nullable(),
};
/** What is recorded of a duty or an orientation; where nobody recorded anything, that there is no information. */
export const progressStatus = z.strictObject({ state: progress, ...recorded });
/** What is recorded of a firm's proposal; where nobody recorded anything, that it was made. */
export const trialStatus = z.strictObject({ state: trialStage, ...recorded, legalBasis: typedText.nullable() });
