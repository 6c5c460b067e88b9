import type { ComponentChanges } from "@moc2030/shared/schema/components";
import type { Text } from "../text/text.tsx";
import { figure, isOfEdition, type Kind, list, number } from "./format.ts";
import { amount } from "./wording.ts";

type Change = ComponentChanges["changes"][number];
type Parts = Change["components"];
type Bar = ComponentChanges["targets"][number];

/** Decimals of an index: four if its values are between 0 and 1, else two. */
export const decimalsOf = ({ editions }: Pick<ComponentChanges, "editions">): number =>
  editions.every(({ value }) => Math.abs(value) <= 1) ? 4 : 2;

/** A difference with its sign: "+0,0602", "−0,0237". */
export function signed(change: number, decimals: number, { lang }: Text): string {
  const text = number(change, lang, decimals);
  return Number(change.toFixed(decimals)) > 0 ? `+${text}` : text;
}

/** Component changes with a value, largest first: "hạ tầng viễn thông +0,0602, dịch vụ trực tuyến +0,0199". */
function partsText(all: ComponentChanges, parts: Parts, text: Text): string {
  const topic = (code: string) => all.components.find(({ indicator }) => indicator === code)?.topic ?? code;
  return parts
    .flatMap(({ indicator, change }) => (change === null ? [] : [{ indicator, change }]))
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
    .map(({ indicator, change }) => `${topic(indicator)} ${signed(change, decimalsOf(all), text)}`)
    .join(", ");
}

/** Change of the index by component: "Từ 2022 đến 2024 tăng 0,0922: hạ tầng viễn thông +0,0602, …". */
export function changeSentence(all: ComponentChanges, change: Change, kind: Kind, text: Text): string {
  const by = amount(change.change, kind, text, decimalsOf(all));
  const isSame = Number(change.change.toFixed(decimalsOf(all))) === 0;
  return text.say(isSame ? "components.same" : change.change > 0 ? "components.up" : "components.down", {
    ...{ from: change.from, to: change.to, by, parts: partsText(all, change.components, text) },
  });
}

/** What a bar is: "Giá trị ở hạng 50", "… hoặc hạng cao hơn gần nhất" where not every edition has that rank. */
export const barName = ({ rank, bar }: Bar, { say }: Text): string =>
  say(bar.every((held) => held.rank === rank) ? "components.bar" : "components.barNearest", { rank });

/**
 * Distance to the index value at the target's rank, by component: "Giá trị ở hạng 50 của ấn bản 2024 (Brazil) là 0,8403,
 * cao hơn Việt Nam 0,0693: …", or at the nearest better rank, which is said; null if that value is unknown or the country
 * has reached it.
 */
export function distanceSentence(all: ComponentChanges, bar: Bar, nameOf: (area: string) => string, text: Text) {
  const { distance } = bar;
  const held = bar.bar.find(({ timePeriod }) => timePeriod === distance?.timePeriod);
  if (!distance || !held || distance.change <= 0) return null;
  const decimals = decimalsOf(all);
  const parts = partsText(all, distance.components, text);
  const area = nameOf(held.area);
  const said = text.say(parts ? "components.distance" : "components.distanceAlone", {
    ...{ rank: held.rank, year: held.timePeriod, parts },
    holder: held.rank === bar.rank ? area : text.say("components.nearest", { area, rank: bar.rank }),
    value: number(held.value, text.lang, decimals),
    gap: number(distance.change, text.lang, decimals),
  });
  const [most] = distance.components.toSorted((a, b) => (b.change ?? 0) - (a.change ?? 0));
  const topic = all.components.find(({ indicator }) => indicator === most?.indicator)?.topic;
  return topic ? `${said} ${text.say("components.most", { topic })}` : said;
}

/**
 * Trend of the value at the target's rank: "Giá trị ở hạng 50 tăng từ 0,6173 (2014) lên 0,8403 (2024)."; an end at another
 * rank names it. Null with one edition.
 */
export function barSentence(all: ComponentChanges, one: Bar, text: Text): string | null {
  const [first, last] = [one.bar[0], one.bar.at(-1)];
  if (!first || !last || first === last) return null;
  const write = ({ value, rank, timePeriod }: Bar["bar"][number]) =>
    text.say(rank === one.rank ? "components.barAt" : "components.barAtRank", {
      ...{ rank, year: timePeriod },
      value: number(value, text.lang, decimalsOf(all)),
    });
  return text.say(last.value > first.value ? "components.barUp" : "components.barDown", {
    ...{ bar: barName(one, text), first: write(first), last: write(last) },
  });
}

/**
 * Figures of related indicators in their latest common year: "Ấn bản 2025: đầu vào GII hạng 50, đầu ra GII hạng 37.",
 * "Năm 2025: tăng trưởng GDP 8,02%/năm …"; null for none.
 */
export function besideSentence({ beside }: ComponentChanges, text: Text): string | null {
  const years = beside.map(({ figures }) => new Set(figures.map(({ timePeriod }) => timePeriod)));
  const year = Math.max(...[...(years[0] ?? [])].filter((one) => years.every((known) => known.has(one))));
  if (!Number.isFinite(year)) return null;
  const parts = beside.map(({ topic, valueKind, figures }) => {
    const value = figures.find((one) => one.timePeriod === year)?.value ?? 0;
    return valueKind === "rank"
      ? text.say("components.rankOf", { topic, rank: value })
      : `${topic} ${figure(value, valueKind, text.lang)}`;
  });
  const isEdition = beside.some(({ valueKind }) => isOfEdition(valueKind));
  const said = { year, parts: list(parts, text.lang) };
  return text.say(isEdition ? "components.beside" : "components.besideYear", said);
}
