import { IndicatorChart } from "../../charts/indicator-chart.tsx";
import type { ChartPoint } from "../../charts/model.ts";
import type { Indicator } from "../../client/api.ts";
import { type StaffText, useStaffText } from "../../text/staff-text.tsx";
import { computedDecimals, figure, number } from "../../words/format.ts";
import { chartWords } from "../../words/words.ts";
import { useAreaName } from "./area-name.ts";
import { type Fact, Facts } from "./facts.tsx";
import { gradeText, valueText } from "./figure-words.ts";
import type { Item, Past } from "./reads.ts";

/** Years told before a figure. */
const YEARS = 5;
/** A line needs two figures to be seen. */
const FEWEST = 2;

type Props = {
  /** Id of the heading that names the figure. */
  titleId: string;
  past: Omit<Past, "item">;
  figure: Pick<Item, "compiler" | "timePeriod" | "value">;
  indicator: Pick<Indicator, "valueKind" | "frequency" | "unit">;
};

/** What a proposed figure is seen against: its last five years, chart, largest change so far, neighbours, other compilers. */
export function PastFacts({ titleId, past, figure: item, indicator }: Props) {
  const text = useStaffText();
  const { say, lang } = text;
  const areaName = useAreaName();
  const kind = indicator.valueKind;
  const before = past.series.filter(({ timePeriod }) => timePeriod < item.timePeriod).slice(-YEARS);
  const change = (value: number) => say("past.aYear", { change: signed(value, text) });
  const shown = (value: string | null) => valueText({ value, rankPool: null, valueLimit: null }, kind, text);
  const beside = (isProposed: boolean) =>
    past.neighbours
      .filter(({ proposed }) => proposed === isProposed)
      .map(({ refArea, value }) => `${areaName(refArea)} ${shown(value)}`)
      .join(", ");
  const facts: Fact[] = [
    [
      say("past.years"),
      before.length === 0
        ? say("past.none")
        : before.map((one) => `${one.timePeriod}: ${yearText(one, kind, text)}`).join("\n"),
    ],
    [
      say("past.largest"),
      past.largest &&
        say("past.largestIn", {
          change: change(past.largest.change),
          from: past.largest.from,
          to: past.largest.timePeriod,
        }),
    ],
    [
      say("past.plausible"),
      past.plausible &&
        `${say("limits.ends", { low: signed(past.plausible.low, text), high: signed(past.plausible.high, text) })} (${say(`limits.by.${past.plausible.basis}`)})`,
    ],
    [
      say("past.neighbours"),
      [beside(false), beside(true) && say("past.proposed", { list: beside(true) })].filter(Boolean).join("\n"),
    ],
    [say("past.others"), past.others.map(({ compiler, value }) => `${compiler}: ${shown(value)}`).join(", ")],
  ];
  const value = item.value === null ? Number.NaN : Number(item.value);
  const drawn = past.series.filter((one) => one.value !== null);
  return (
    <>
      <Facts facts={facts} />
      {drawn.length >= FEWEST ? (
        <div className="mt-3">
          <IndicatorChart
            titleId={titleId}
            height={220}
            words={chartWords[lang]}
            format={{
              value: (n, decimals) => figure(n, kind, lang, { decimals: decimals ?? computedDecimals(kind) }),
              tick: (n, decimals) => figure(n, kind === "growth" ? "share" : kind, lang, { decimals }),
            }}
            valueKind={kind}
            frequency={indicator.frequency}
            unit={indicator.unit}
            series={[{ compiler: item.compiler, name: item.compiler, official: true, points: drawn.map(pointOf) }]}
            targets={[]}
            assumed={
              Number.isNaN(value)
                ? null
                : { timePeriod: item.timePeriod, value, text: say("past.proposedFigure", { value: shown(item.value) }) }
            }
          />
        </div>
      ) : null}
    </>
  );
}

const signed = (value: number, { lang }: StaffText) =>
  (value > 0 ? "+" : "") + number(Number(value.toPrecision(3)), lang);

function yearText(one: Past["series"][number], kind: Indicator["valueKind"], text: StaffText): string {
  if (one.value === null) return "–";
  const said = {
    value: one.value,
    rankPool: one.rankPool,
    valueLimit: null,
    obsStatus: one.obsStatus as Item["obsStatus"],
  };
  return `${valueText(said, kind, text)} (${gradeText(said, text)})`;
}

const pointOf = ({ timePeriod, value, obsStatus, rankPool }: Past["series"][number]): ChartPoint => ({
  timePeriod,
  value: Number(value),
  decimals: value?.split(".")[1]?.length ?? 0,
  valueLimit: null,
  obsStatus: obsStatus as ChartPoint["obsStatus"],
  confidence: "sourced",
  rankPool,
  edition: null,
  source: "",
});
