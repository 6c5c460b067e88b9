import { CLOSINGS_DOCUMENT, closingsOf } from "@moc2030/shared/due/closings";
import { announcedDay, dueBy } from "@moc2030/shared/due/due";
import { editionName } from "@moc2030/shared/due/edition-name";
import { byPublication } from "@moc2030/shared/due/publications";
import type { IndicatorDefinition } from "@moc2030/shared/schema/indicator";
import type { ReleaseRef } from "@moc2030/shared/schema/release";
import { shortCompiler } from "@moc2030/shared/text/compiler-name";
import { addDays, startOfDay } from "@moc2030/shared/text/date";
import { dateText } from "@moc2030/shared/text/date-text";
import type { Lang } from "@moc2030/shared/text/lang";
import type { Db } from "../db/database.ts";
import { listCompilers, listDocuments, unchangedSince } from "../definitions/queries.ts";
import { nextEditions } from "../indicators/queries.ts";
import type { ReadPoint } from "../observations/read-point.ts";
import { type DayEvent, icsText } from "./ics.ts";
import type { Scope } from "./scope.ts";

const WORDS = {
  vi: {
    title: "lịch số liệu và báo cáo",
    expected: (what: string) => `Dự kiến có số liệu: ${what}`,
    inMonth: (month: string, what: string) => `Dự kiến có số liệu trong ${month}: ${what}`,
    overdue: (day: string, what: string) => `Đã qua ngày dự kiến công bố (${day}), hệ thống chưa có số: ${what}`,
    ofYear: (name: string, year: number) => `${name}, năm ${year}`,
    andOthers: (name: string, n: number) => `${name} và ${n} chỉ tiêu khác`,
    indicators: "Chỉ tiêu",
    announced: (day: string) => `Ngày do cơ quan công bố thông báo: ${day}.`,
    byMonth: (month: string) =>
      `Mới biết ${month} theo lịch của cơ quan công bố, chưa biết ngày; ghi vào ngày đầu tháng.`,
    publisher: "Cơ quan công bố",
    closing: (day: string) => `Bộ, ngành và địa phương báo cáo trước ngày ${day}`,
    closingBy: (number: string, day: string) =>
      `Nghị quyết ${number} ngày ${day}, mục III.3: báo cáo trước ngày 15/6 và trước ngày 01/12 hằng năm.`,
  },
  en: {
    title: "figures and reports expected",
    expected: (what: string) => `Figures expected: ${what}`,
    inMonth: (month: string, what: string) => `Figures expected in ${month}: ${what}`,
    overdue: (day: string, what: string) => `Past the expected day (${day}), no figure here yet: ${what}`,
    ofYear: (name: string, year: number) => `${name}, ${year}`,
    andOthers: (name: string, n: number) => `${name} and ${n} more`,
    indicators: "Indicators",
    announced: (day: string) => `The day announced by the publisher: ${day}.`,
    byMonth: (month: string) =>
      `Only the month, ${month}, is known from the publisher’s calendar, not the day; entered on the first of the month.`,
    publisher: "Publisher",
    closing: (day: string) => `Ministries and provinces report before ${day}`,
    closingBy: (number: string, day: string) =>
      `Resolution ${number} of ${day}, III.3: reports before 15 June and before 1 December every year.`,
  },
};

type Coming = Awaited<ReturnType<typeof nextEditions>>[number] & { compiler: string };

/** What a publication is called: "GII 2026", or its indicators and the year. */
function publicationName([first, ...others]: [Coming, ...Coming[]], lang: Lang): string {
  const year = first.next.timePeriod;
  const last = first.series.findLast((o) => o.value !== null && !o.obsStatus.includes("F"));
  const edition = last && editionName({ name: last.edition, timePeriod: last.timePeriod }, year);
  if (edition) return edition;
  const words = WORDS[lang];
  const name = first.definition.shortName[lang];
  return words.ofYear(others.length > 0 ? words.andOthers(name, others.length) : name, year);
}

/** The day that a schedule gives for a year, and whether it was announced; what moves an event when it changes. */
const dayOf = ({ schedule }: IndicatorDefinition, year: number) =>
  schedule && [dueBy(schedule, year), announcedDay(schedule, year) !== undefined];

/** What says that an event changed: with the release that set its day, and again once the day has passed. */
function changeOf({ id, publishedAt }: ReleaseRef, passed: string | null): Pick<DayEvent, "sequence" | "stamp"> {
  const since = passed && startOfDay(addDays(passed, 1));
  return since
    ? { sequence: 2 * id + 1, stamp: since > publishedAt ? since : publishedAt }
    : { sequence: 2 * id, stamp: publishedAt };
}

/** The next editions as events, one a publication under the name of its first indicator, however the calendar is narrowed. */
async function editions(db: Db, at: ReadPoint, release: number, lang: Lang, { codes }: Scope): Promise<DayEvent[]> {
  const words = WORDS[lang];
  const compilers = await listCompilers(db, at);
  const coming = (await nextEditions(db, at)).map((one) => ({ ...one, compiler: one.definition.compiler }));
  const events = [];
  for (const publication of byPublication(coming)) {
    const [{ definition, next, compiler: by }] = publication;
    const own = publication.filter((one) => codes?.includes(one.definition.code) ?? true);
    const compiler = compilers.find(({ code }) => code === by);
    const { timePeriod: year, dueBy: day, isOut } = next;
    const set = await unchangedSince(db, "indicator", definition.code, release, (known) => dayOf(known, year));
    if (own.length === 0 || !compiler || !set || !definition.schedule) continue;
    const isAnnounced = announcedDay(definition.schedule, year) !== undefined;
    const month = dateText(day.slice(0, 7), lang);
    const what = `${publicationName(publication, lang)} (${shortCompiler(compiler.name[lang])})`;
    const url = definition.schedule.link ?? compiler.url;
    events.push({
      ...{ uid: `urn:moc2030:edition:${definition.code}:${year}`, ...changeOf(set, isOut ? day : null), url },
      day: isAnnounced ? day : `${day.slice(0, 7)}-01`,
      summary: isOut
        ? words.overdue(dateText(day, lang), what)
        : isAnnounced
          ? words.expected(what)
          : words.inMonth(month, what),
      description: [
        `${words.indicators}: ${publication.map((one) => one.definition.shortName[lang]).join("; ")}.`,
        isAnnounced ? words.announced(dateText(day, lang)) : words.byMonth(month),
        `${words.publisher}: ${compiler.name[lang]}, ${url}`,
      ].join("\n"),
    });
  }
  return events;
}

/** The days before which ministries report, of the year of the read and of the next, once the document that sets them is known. */
async function closings(db: Db, at: ReadPoint, release: number, lang: Lang): Promise<DayEvent[]> {
  const paper = (await listDocuments(db, at)).find(({ id }) => id === CLOSINGS_DOCUMENT);
  const since = paper && (await unchangedSince(db, "document", paper.id, release, ({ id }) => id));
  if (!paper || !since) return [];
  const words = WORDS[lang];
  const year = Number(at.referenceDate.slice(0, 4));
  return [year, year + 1].flatMap(closingsOf).map((day) => ({
    ...{ uid: `urn:moc2030:closing:${day}`, day, ...changeOf(since, null), url: paper.url },
    summary: words.closing(dateText(day, lang)),
    description: words.closingBy(paper.number, dateText(paper.issued ?? "", lang)),
  }));
}

/** Next editions and reporting days as iCalendar, of all or of what `scope` names; an indicator has no reporting days. */
export async function calendarText(db: Db, at: ReadPoint, lang: Lang, scope: Scope): Promise<string> {
  const release = at.release?.id;
  const events =
    release === undefined
      ? []
      : [
          ...(await editions(db, at, release, lang, scope)),
          ...(scope.key.indicator === undefined ? await closings(db, at, release, lang) : []),
        ];
  const inOrder = events.toSorted((a, b) => (`${a.day} ${a.uid}` < `${b.day} ${b.uid}` ? -1 : 1));
  return icsText(["Mốc 2030", scope.name, WORDS[lang].title].filter(Boolean).join(": "), lang, inOrder);
}
