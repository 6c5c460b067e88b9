import type { ProblemSlug, problems } from "@moc2030/shared/schema/problem";
import { looksLikeFormula } from "@moc2030/shared/text/clean";
import type { StaffText, StaffTextId } from "../../text/staff-text.tsx";
import { day, number } from "../../words/format.ts";
import { instant } from "../../words/instant.ts";
import type { Answer, paths } from "../session/client.ts";

export type Entry = Answer<typeof paths.audit.$get>["items"][number];
type Detail = Entry["detail"];
/** Names of what entries are about, by id or code; undefined for what is not listed. */
export type Names = Record<"person" | "indicator" | "body", (id: string) => string | undefined>;

type Refused = {
  [S in ProblemSlug]: (typeof problems)[S]["status"] extends 403 | 429 ? S : never;
}[ProblemSlug];

/** What is refused by a right or a limit, all of it. */
const REFUSED = {
  forbidden: "audit.why.forbidden",
  "own-work": "audit.why.ownWork",
  "represented-work": "audit.why.representedWork",
  "confirmation-needed": "audit.why.confirmation",
  "own-account": "audit.why.ownAccount",
  "cross-site": "audit.why.crossSite",
  "sign-in-off": "audit.why.signInOff",
  "too-many-attempts": "audit.why.attempts",
  "too-many-streams": "audit.why.streams",
} as const satisfies Record<Refused, StaffTextId>;

const WHY: Record<string, StaffTextId> = {
  ...REFUSED,
  "wrong-credentials": "audit.why.credentials",
  "second-factor": "audit.why.code",
  link: "audit.why.code",
  "password-change": "audit.why.password",
  many: "audit.why.attempts",
  "base-moved": "audit.why.moved",
  changed: "audit.why.changed",
  "role changed": "audit.why.role",
  locked: "audit.said.locked",
  "not away": "audit.why.notAway",
  "by the reviewer": "audit.why.byReviewer",
  "by the stand-in": "audit.why.byStandIn",
  "by an administrator": "audit.why.byAdministrator",
};

/** What each part of an entry says; parts without words here, such as hashes, are left to the row's own hash. */
const PARTS: Record<string, (value: unknown, text: StaffText, detail: Detail, names: Names) => string> = {
  title: (value, { say }) => say("audit.said.title", { text: String(value) }),
  reason: (value, { say }) => say("audit.said.reason", { text: String(value) }),
  name: (value) => String(value),
  // Of a letter, whom it asks, by the name of that day if the body is no longer listed.
  body: (value, { say }, { bodyName }, names) =>
    say("audit.said.body", { name: names.body(String(value)) ?? String(bodyName ?? value) }),
  number: (value, { say }) => say("audit.said.number", { text: String(value) }),
  onDay: (value, { say, lang }) => say("audit.said.onDay", { day: day(String(value), lang) }),
  dueOn: (value, { say, lang }) => say("enquiry.due", { day: day(String(value), lang) }),
  low: (value, { say, lang }, { high }) =>
    say("audit.said.limits", { low: number(Number(value), lang), high: number(Number(high), lang) }),
  role: (value, { say }, { roleBefore }) => {
    const role = say(`role.${value}` as StaffTextId);
    return roleBefore ? `${say(`role.${roleBefore}` as StaffTextId)} → ${role}` : role;
  },
  disabled: (value, { say }) => say(value ? "audit.said.locked" : "audit.said.unlocked"),
  reviewerName: (value, { say }) => say("audit.said.for", { name: String(value) }),
  standInName: (value, { say }) => say("audit.said.standIn", { name: String(value) }),
  startsAt: (value, { say, lang }) => say("audit.said.from", { at: instant(String(value), lang) }),
  endsAt: (value, { say, lang }) => say("audit.said.to", { at: instant(String(value), lang) }),
  // By their name, beside.
  staff: () => "",
  staffName: (value) => String(value),
  toDay: (value, { say, lang }, { fromDay }) =>
    say("audit.said.days", { from: day(String(fromDay), lang), to: day(String(value), lang) }),
  // Of a letter the list of what it asks for, of others how many.
  figures: (value, { say }) =>
    say("mine.figures", { n: typeof value === "string" ? (JSON.parse(value) as unknown[]).length : Number(value) }),
  approved: (value, { say }) => say("audit.said.approved", { n: Number(value) }),
  rest: (value, { say }) => (value === 0 ? "" : say("audit.said.rest", { n: Number(value) })),
  added: (value, { say }) => say("audit.said.added", { n: Number(value) }),
  publishAt: (value, { say, lang }) => say("reviews.publishAt", { at: instant(String(value), lang) }),
  onBehalfOfName: (value, { say }) => say("reviews.onBehalfOf", { name: String(value) }),
  earlyReaders: (value, { say }) => {
    const names = (value as { name: string; role: string }[]).map((one) =>
      [one.name, one.role].filter(Boolean).join(", "),
    );
    return say("audit.said.readers", { names: names.join("; ") });
  },
  state: (value, { say }) => say(`state.${value}` as StaffTextId),
  why: (value, { say }) => (WHY[String(value)] ? say(WHY[String(value)] as StaffTextId) : ""),
  recoveryCode: (_, { say }) => say("audit.said.recoveryCode"),
  address: (value, { say }) => say("audit.said.address", { text: String(value) }),
  count: (value, { say }) => say("audit.said.times", { n: Number(value) }),
};

/** What a part says by being null, where that says something. */
const NOTHING: Record<string, StaffTextId> = {
  staff: "audit.said.unassigned",
  body: "audit.said.noBody",
  low: "audit.said.usualLimits",
};

/** The parts of an entry in the reader's language; no key of the code. */
export const detailText = ({ detail }: Pick<Entry, "detail">, text: StaffText, names: Names): string =>
  Object.entries(PARTS)
    .flatMap(([name, said]) => {
      const value = detail[name];
      if (value === null) return NOTHING[name] ? text.say(NOTHING[name]) : [];
      return value === undefined ? [] : said(value, text, detail, names);
    })
    .filter(Boolean)
    .join("; ");

const SUBJECTS: Record<string, StaffTextId> = {
  submission: "audit.submission",
  release: "audit.release",
  evidence: "audit.evidence",
  enquiry: "audit.enquiry",
  staff: "audit.staff",
  delegation: "delegation.title",
  absence: "audit.absence",
  indicator: "grid.indicator",
  answer: "audit.answer",
  answers: "audit.answer",
};

/** What an entry is about: people and indicators by name, files by the start of their hash. */
export function subjectText(subject: string, { say }: StaffText, names: Names): string {
  const [kind = "", ...rest] = subject.split(" ");
  const id = rest.join(" ");
  const named = kind === "staff" ? names.person(id) : kind === "indicator" ? names.indicator(id) : undefined;
  const short = named ?? (kind === "evidence" || kind === "answer" ? id.slice(0, 12) : id);
  const word = SUBJECTS[kind];
  return word ? [say(word), short].filter(Boolean).join(": ") : short || subject;
}

/** A table as CSV with a byte order mark, separated as spreadsheets of the language expect; no cell is a formula. */
export function csvOf(rows: readonly (readonly string[])[], lang: StaffText["lang"]): string {
  const cell = (text: string) => `"${(looksLikeFormula(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  return `\ufeff${rows.map((row) => row.map(cell).join(lang === "vi" ? ";" : ",")).join("\r\n")}\r\n`;
}
