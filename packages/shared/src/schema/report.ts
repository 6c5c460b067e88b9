import { z } from "zod";
import { LANGS } from "../text/lang.ts";
import { day } from "./date.ts";
import { indicatorCode } from "./indicator.ts";
import { releaseRef } from "./release.ts";

/** The period of a report: a year, or its first half. */
export const reportPeriod = z
  .string()
  .regex(/^(20[2-9]\d)(-H1)?$/, "expected a year such as 2026, or its first half: 2026-H1");

/** Everybody's summary, or the draft of an official report. */
export const reportForm = z.enum(["summary", "official"]);

/** A text; or with the number that it writes, for a spreadsheet. "[…]" in a text is left open for a person. */
const cell = z.union([z.string(), z.strictObject({ text: z.string(), value: z.number() })]);
export type ReportCell = z.infer<typeof cell>;

const block = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("heading"), text: z.string() }),
  z.strictObject({ kind: z.literal("paragraph"), text: z.string() }),
  z.strictObject({ kind: z.literal("list"), items: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal("table"),
    caption: z.string(),
    columns: z.array(z.strictObject({ label: z.string(), width: z.number().describe("Beside the other columns'.") })),
    rows: z.array(z.array(cell)),
  }),
  z.strictObject({ kind: z.literal("chart"), indicator: indicatorCode, description: z.string() }),
]);
export type ReportBlock = z.infer<typeof block>;

const part = z.strictObject({
  number: z.string().describe("Roman."),
  title: z.string(),
  blocks: z.array(block),
});
export type ReportPart = z.infer<typeof part>;

const words = z.array(z.string());
/** Head and foot of an official document, a line each. */
const frame = z.strictObject({
  sender: words.describe("Whose document it is, and its number."),
  state: words.describe("The State's name and motto, place and day."),
  to: z.string(),
  foot: words.describe("Receivers, and who signs."),
  underAppendix: z.string().describe("Below the number and name of each appendix."),
});

/** A report; of a draft of an official one `frame` is its head and foot. */
export const report = z.strictObject({
  form: reportForm,
  lang: z.enum(LANGS),
  period: reportPeriod,
  title: z.string(),
  opening: z.array(z.string()).describe("Paragraphs before the first part; a warning of overdue editions comes first."),
  parts: z.array(part),
  appendices: z.array(part),
  open: z.int().describe("How many places are left open, in square brackets."),
  release: releaseRef,
  referenceDate: day,
  comparedWith: z.strictObject({ day, release: releaseRef.nullable() }),
  frame: frame.optional(),
});
export type ReportFrame = z.infer<typeof frame>;
export type Report = z.infer<typeof report>;

/** A report that was signed, as staff registered it. */
export const issuedReport = z.strictObject({
  id: z.string(),
  number: z.string(),
  date: day,
  period: reportPeriod,
  dataRelease: releaseRef.describe("The release whose data it has."),
  dataDay: day.describe("The day of its data, by which it is assessed."),
  release: z.int().describe("The release in which it was registered."),
});
export type IssuedReport = z.infer<typeof issuedReport>;
