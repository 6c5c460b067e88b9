import { COUNTRY } from "@moc2030/shared/figure/country";
import { isOwnError, type PublishedFigure } from "@moc2030/shared/figure/figure";
import type { IndicatorDefinition } from "@moc2030/shared/schema/indicator";
import { correctionContent, statementId } from "@moc2030/shared/schema/statement";
import type { Lang } from "@moc2030/shared/text/lang";
import type { Db } from "../../db/database.ts";
import { definitionRevision } from "../../db/schema.ts";
import type { ItemRow } from "../../db/work/submissions.ts";
import { listDefinitions } from "../../definitions/queries.ts";
import { figureHistory } from "../published.ts";

/** Figures that a notice names one by one; of the others it says how many. */
const MOST_NAMED = 8;
const [LONGEST_TEXT, LONGEST_WHY] = [600, 300];
const NONE = { vi: "không có số liệu", en: "no figure" };
const OTHERS = { vi: "số liệu khác", en: "other figures" };
const NOT_THE_NUMBER = {
  vi: "nguồn, mức độ hoàn thiện hoặc ghi chú được sửa",
  en: "its source, grade or note is put right",
};

type Said = Pick<ItemRow, "obsValue" | "rankPool" | "valueLimit">;
type Wrong = { item: ItemRow; before: Said | null; since: number | null };

const shortened = (text: string, longest: number) =>
  text.length <= longest ? text : `${text.slice(0, longest - 2).replace(/\s+\S*$|[\ud800-\udbff]$/, "")} …`;

type Measure = Pick<IndicatorDefinition, "valueKind" | "unit">;

/** A value with its unit: 14,02% GDP, 12 đô thị, hạng 44/139, score 0.7709. */
function valueText({ obsValue, rankPool, valueLimit }: Said, measure: Measure | undefined, lang: Lang): string {
  if (obsValue === null) return NONE[lang];
  const number = `${lang === "vi" ? obsValue.replace(".", ",") : obsValue}${rankPool === null ? "" : `/${rankPool}`}`;
  const bound = valueLimit === null ? "" : valueLimit === "<=" ? "≤ " : "≥ ";
  if (!measure) return bound + number;
  const [kind, unit] = [measure.valueKind, measure.unit[lang]];
  const isNamedFirst = kind === "rank" || kind === "tier" || kind === "state" || (kind === "index" && lang === "en");
  if (isNamedFirst) return `${unit} ${bound}${number}`;
  return `${bound}${number}${unit.startsWith("%") ? "" : " "}${unit}`;
}

const saidOf = ({ value, rankPool, valueLimit }: PublishedFigure): Said => ({ obsValue: value, rankPool, valueLimit });
const isSame = (a: Said, b: Said) => JSON.stringify(saidOnly(a)) === JSON.stringify(saidOnly(b));
const saidOnly = ({ obsValue, rankPool, valueLimit }: Said) => [obsValue, rankPool, valueLimit];

/** What is published of a figure, and the release since which it says so. */
async function wrongOf(tx: Db, item: ItemRow): Promise<Wrong> {
  const [now, ...earlier] = await figureHistory(tx, item);
  if (!now) return { item, before: null, since: null };
  const other = earlier.findIndex((one) => !isSame(saidOf(one), saidOf(now)));
  const first = (other < 0 ? earlier : earlier.slice(0, other)).at(-1) ?? now;
  return { item, before: saidOf(now), since: first.release };
}

/**
 * Publishes a correction notice for the figures of a release that put an error of our own right, one for each reason
 * given, and returns their ids. To be called before the figures themselves are written; `release` is theirs.
 */
export async function writeCorrections(tx: Db, release: number, day: string, items: readonly ItemRow[]) {
  const byReason = new Map<string, Wrong[]>();
  for (const item of items.filter(({ reason }) => isOwnError(reason))) {
    const why = item.reasonText?.trim() ?? "";
    byReason.set(why, [...(byReason.get(why) ?? []), await wrongOf(tx, item)]);
  }
  const indicators = new Map((await listDefinitions(tx, "indicator", release)).map((one) => [one.code, one]));
  const areas = new Map((await listDefinitions(tx, "area", release)).map((one) => [one.code, one.name]));
  const textOf = (wrong: readonly Wrong[], lang: Lang, side: "before" | "after") => {
    const lines = wrong.slice(0, MOST_NAMED).map(({ item, before }) => {
      const { indicator, refArea, timePeriod, kind } = item;
      const name = [
        indicators.get(indicator)?.shortName[lang] ?? indicator,
        ...(refArea === COUNTRY ? [] : [areas.get(refArea)?.[lang] ?? refArea]),
        timePeriod,
      ].join(", ");
      const old: Said = before ?? { obsValue: null, rankPool: null, valueLimit: null };
      const put: Said = kind === "withdraw" ? { obsValue: null, rankPool: null, valueLimit: null } : item;
      const more = side === "after" && isSame(old, put) ? `; ${NOT_THE_NUMBER[lang]}` : "";
      return `${name}: ${valueText(side === "before" ? old : put, indicators.get(indicator), lang)}${more}`;
    });
    const rest = wrong.length - lines.length;
    return shortened([...lines, ...(rest > 0 ? [`+ ${rest} ${OTHERS[lang]}`] : [])].join("\n"), LONGEST_TEXT);
  };
  const ids: string[] = [];
  for (const [why, wrong] of byReason) {
    // Nothing wrong was published of a figure that was never there.
    const since = wrong.flatMap((one) => (one.since === null ? [] : [one.since]));
    if (since.length === 0) continue;
    const both = (side: "before" | "after") => ({ vi: textOf(wrong, "vi", side), en: textOf(wrong, "en", side) });
    const content = correctionContent.parse({
      indicators: [...new Set(wrong.map(({ item }) => item.indicator))],
      ...{ wrong: both("before"), right: both("after"), why: { vi: shortened(why, LONGEST_WHY) } },
      ...{ wrongSince: Math.min(...since), rightSince: release },
    });
    const said = { kind: "correction" as const, subject: `${day}-${release}-${ids.length + 1}`, content };
    const id = statementId(said);
    await tx.orm
      .insert(definitionRevision)
      .values({ kind: "statement", id, releaseId: release, body: JSON.stringify(said) });
    ids.push(id);
  }
  return ids;
}
