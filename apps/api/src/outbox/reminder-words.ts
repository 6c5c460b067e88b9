import type { Lang } from "@moc2030/shared/text/lang";

export type Said = { subject: string; body: string };
/** A figure whose expected day is near or past; `by` is that day as text. */
export type Reminder = { kind: "due" | "overdue"; indicator: string; year: number; by: string };

type Told = { subject: (n: number) => string; head: string; line: (one: Reminder) => string };
const WORDS: Record<Lang, { one: (r: Reminder) => string } & Record<Reminder["kind"], Told>> = {
  vi: {
    one: ({ indicator, year }) => `${indicator}, năm ${year}`,
    overdue: {
      subject: (n) => `${n} số liệu đã qua ngày dự kiến công bố`,
      head: "Đã qua ngày dự kiến công bố, hệ thống chưa có số chính thức",
      line: ({ by }) => `dự kiến ngày ${by}`,
    },
    due: {
      subject: (n) => `${n} số liệu sắp đến ngày dự kiến công bố`,
      head: "Sắp đến ngày dự kiến công bố",
      line: ({ by }) => `chậm nhất ngày ${by}`,
    },
  },
  en: {
    one: ({ indicator, year }) => `${indicator}, ${year}`,
    overdue: {
      subject: (n) => `${n} ${n === 1 ? "figure" : "figures"} past the expected day`,
      head: "Past the expected day, with no final figure here yet",
      line: ({ by }) => `expected by ${by}`,
    },
    due: {
      subject: (n) => `${n} ${n === 1 ? "figure" : "figures"} expected soon`,
      head: "Expected soon",
      line: ({ by }) => `by ${by}`,
    },
  },
};

/** One mail of all that became due or overdue for a person at a time: the indicators with year and day, no figures. */
export function reminderMail(reminders: readonly Reminder[], lang: Lang): Said {
  const { one, ...words } = WORDS[lang];
  const parts = (["overdue", "due"] as const).flatMap((kind) => {
    const of = reminders.filter((reminder) => reminder.kind === kind);
    return of.length > 0 ? [{ ...words[kind], of }] : [];
  });
  return {
    subject: parts.map(({ subject, of }) => subject(of.length)).join(", "),
    body: parts
      .map(({ head, of, line }) => [`${head}:`, ...of.map((r) => `- ${one(r)}: ${line(r)}`)].join("\n"))
      .join("\n\n"),
  };
}
