import { isUsable } from "@moc2030/shared/assess/usable";
import { COUNTRY } from "@moc2030/shared/figure/country";
import type { ObservationItem } from "../../client/api.ts";
import type { Text } from "../../text/text.tsx";
import { editionText } from "../../words/edition.ts";
import { figure, list, span } from "../../words/format.ts";
import { aheadOf, type Compared, type Positions } from "../../words/positions.ts";
import { changeText, type Measure } from "../../words/wording.ts";
import { GROUP } from "./state.ts";

/** Input of title and summary. */
export type Facts = {
  measure: Measure & { decimals: number; poolNoun: string | null; breaks: { timePeriod: number }[] };
  lines: Compared[];
  /** Positions of all members, shown or not. */
  group: Positions;
  members: readonly string[];
};
type Usable = ObservationItem & { value: number };
/** A line's first and last figure in the period that the summary describes. */
type Course = { line: Compared; from: Usable; to: Usable };

/** Maximum number of names in a title; more are counted. */
const NAMED = 4;

/** Title of a comparison: the country's position in the group; else up to four newest figures; else the years shown. */
export function comparisonTitle(facts: Facts, text: Text): string {
  const { measure, lines } = facts;
  const { say, lang } = text;
  const place = placeInGroup(facts);
  if (place) return placeTitle(facts, place, text);
  const shown = lines.filter((line) => line.figures.some((o) => o.value !== null));
  const years = shown.flatMap((line) => line.figures.filter((o) => o.value !== null).map((o) => o.timePeriod));
  if (years.length === 0) return say("compare.titleEmpty", { name: measure.shortName });
  const newest = Math.max(...years);
  const now = shown.flatMap((line) => line.figures.filter((o): o is Usable => o.timePeriod === newest && isUsable(o)));
  if (shown.length > NAMED || now.length < shown.length || shown.length === 0)
    return say("compare.titleYears", { name: measure.shortName, n: shown.length, years: span(years) });
  const nameOf = (area: string) => lines.find((line) => line.area === area)?.name ?? area;
  const sign = measure.direction === "lower" ? 1 : -1;
  const figures = now
    .sort((a, b) => (a.value - b.value) * sign)
    .map(
      (o) =>
        `${nameOf(o.refArea)} ${figure(o.value, measure.valueKind, lang, { decimals: Math.min(o.decimals, measure.decimals) })}`,
    );
  return say("compare.titleFigures", {
    name: measure.shortName,
    edition: editionText(newest, measure.valueKind, text),
    figures: figures.join(", "),
  });
}

type Newest = { year: number; position: number; isShared: boolean; count: number };

function placeTitle(facts: Facts, place: Newest, text: Text): string {
  const { measure, lines, group, members } = facts;
  const { say, lang } = text;
  const values = {
    name: measure.shortName,
    country: lines.find((line) => line.area === COUNTRY)?.name ?? COUNTRY,
    n: place.position,
    edition: editionText(place.year, measure.valueKind, text),
    // A position is one in the whole group only if every member has a figure.
    group: place.count === members.length ? GROUP : say("compare.withFigures", { count: place.count, group: GROUP }),
  };
  if (place.position === 1) return say(place.isShared ? "compare.titleFirstShared" : "compare.titleFirst", values);
  const ahead = aheadOf(group, COUNTRY, place.year).map((one) => one.name);
  if (ahead.length > NAMED) return say("compare.titlePlaceMany", { ...values, count: ahead.length });
  return say("compare.titlePlace", { ...values, ahead: list(ahead, lang) });
}

/**
 * The country's newest certain position, in an edition at least half as complete as the fullest; null unless most of
 * three or more lines are members.
 */
function placeInGroup({ measure, lines, group, members }: Facts): Newest | null {
  if (measure.valueKind === "tier" || measure.valueKind === "state") return null;
  if (lines.filter((line) => members.includes(line.area)).length * 2 <= lines.length || lines.length < 3) return null;
  if (!lines.some((line) => line.area === COUNTRY)) return null;
  const years = new Set(lines.flatMap((line) => line.figures.map((o) => o.timePeriod)));
  const most = Math.max(...group.editions.map((edition) => edition.count));
  const places = group.rows.find((row) => row.area === COUNTRY)?.places ?? [];
  for (let at = group.editions.length - 1; at >= 0; at--) {
    const [edition, place] = [group.editions[at], places[at]];
    if (edition && place?.isSure && years.has(edition.year) && edition.count * 2 >= most)
      return { ...place, ...edition };
  }
  return null;
}

/** A line's usable figures since its last break, since figures across a break are not comparable. */
function comparableFigures(line: Compared, measure: Facts["measure"]): Usable[] {
  const breaks = [
    ...measure.breaks.map((one) => one.timePeriod),
    ...line.figures.filter((o) => o.obsStatus.includes("B")).map((o) => o.timePeriod),
  ];
  return line.figures.filter(isUsable).filter((o) => o.timePeriod >= Math.max(0, ...breaks));
}

/**
 * The country's change between the first and last year that at least half of the lines have, and the changes of lines
 * with figures in both; null without two years.
 */
function courses({ lines, measure }: Facts): { own: Course; all: Course[] } | null {
  const series = lines
    .map((line) => ({ line, figures: comparableFigures(line, measure) }))
    .filter(({ figures }) => figures.length > 0);
  const first = series.find(({ line }) => line.area === COUNTRY) ?? series[0];
  if (!first) return null;
  const reach = ({ timePeriod }: Usable) =>
    series.filter(({ figures }) => figures.some((o) => o.timePeriod === timePeriod)).length * 2 >= series.length;
  const from = first.figures.find(reach) ?? first.figures[0];
  const to = first.figures.findLast(reach) ?? first.figures.at(-1);
  if (!from || !to || from === to) return null;
  const all = series.flatMap(({ line, figures }): Course[] => {
    const at = (year: number) => figures.find((o) => o.timePeriod === year);
    const [start, end] = [at(from.timePeriod), at(to.timePeriod)];
    return start && end ? [{ line, from: start, to: end }] : [];
  });
  return { own: { line: first.line, from, to }, all };
}

/**
 * Summary of a comparison: the country's change, its positions in the group, and the largest gain and loss over the
 * same years.
 */
export function comparisonSummary(facts: Facts, text: Text): string {
  const { measure } = facts;
  const { say } = text;
  const found = courses(facts);
  if (!found) return say("compare.summaryNone");
  const { own, all } = found;
  const years = { from: own.from.timePeriod, to: own.to.timePeriod };
  const change = (course: Course) => changeText(course.from, course.to, measure.valueKind, text);
  const sentences = [
    say("compare.summaryCourse", { ...years, name: own.line.name, change: change(own) }) + poolText(own, measure, text),
    ...placesSentence(facts, years, text),
  ];
  const sign = measure.direction === "lower" ? -1 : 1;
  const gain = ({ from, to }: Course) => (to.value - from.value) * sign;
  const ordered = all.toSorted((a, b) => gain(b) - gain(a));
  const [best, worst] = [ordered.at(0), ordered.at(-1)];
  if (all.length > 2 && best && worst) {
    const said = (id: "best" | "worst", course: Course) =>
      say(course.line === own.line ? `compare.${id}Own` : `compare.${id}`, {
        n: all.length,
        name: course.line.name,
        change: change(course),
      });
    if (gain(best) > 0) sentences.push(said("best", best));
    if (gain(worst) < 0) sentences.push(said("worst", worst));
  }
  return sentences.join(" ");
}

/** End of the sentence: how many economies were ranked in both years; only a full stop if unknown. */
function poolText({ from, to }: Course, { poolNoun }: Facts["measure"], { say }: Text): string {
  if (!from.rankPool || !to.rankPool || !poolNoun) return ".";
  if (from.rankPool === to.rankPool) return say("compare.poolSame", { n: to.rankPool, noun: poolNoun });
  return say("compare.pool", { from: from.rankPool, to: to.rankPool, noun: poolNoun });
}

/** The country's positions in the first and last year; empty if the last one is not certain. */
function placesSentence({ group, lines }: Facts, years: { from: number; to: number }, { say }: Text): string[] {
  if (!lines.some((line) => line.area === COUNTRY)) return [];
  const places = group.rows.find((row) => row.area === COUNTRY)?.places ?? [];
  const at = (year: number) => {
    const index = group.editions.findIndex((edition) => edition.year === year);
    const [edition, place] = [group.editions[index], places[index]];
    return edition && place?.isSure ? { n: place.position, count: edition.count } : null;
  };
  const [from, to] = [at(years.from), at(years.to)];
  if (!to) return [];
  if (!from) return [say("compare.summaryPlaceNow", { group: GROUP, n: to.n, count: to.count, year: years.to })];
  return [
    say("compare.summaryPlaces", {
      group: GROUP,
      fromN: from.n,
      fromCount: from.count,
      fromYear: years.from,
      toN: to.n,
      toCount: to.count,
      toYear: years.to,
    }),
  ];
}
