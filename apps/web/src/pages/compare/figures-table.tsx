import type { IndicatorItem, ObservationItem } from "../../client/api.ts";
import { useText } from "../../text/text.tsx";
import { figure } from "../../words/format.ts";
import { type Compared, editionsOf } from "../../words/positions.ts";
import { EditionsTable } from "./editions-table.tsx";

type Props = { indicator: IndicatorItem; lines: Compared[]; focus: string };

/** The chart's figures as a table: newest edition first, rows sorted by it from the best. */
export function FiguresTable({ indicator, lines, focus }: Props) {
  const { say } = useText();
  const years = editionsOf(lines).reverse();
  const sign = indicator.direction === "lower" ? 1 : -1;
  const newest = (line: Compared) => line.figures.find((o) => o.timePeriod === years[0])?.value ?? null;
  const rows = lines
    .filter((line) => line.figures.length > 0)
    .map((line) => ({ line, newest: newest(line) }))
    .sort((a, b) => (a.newest ?? Infinity * sign) * sign - (b.newest ?? Infinity * sign) * sign || 0)
    .map(({ line }) => ({
      area: line.area,
      name: line.name,
      cells: years.map((year) => (
        <Cell key={year} figure={line.figures.find((o) => o.timePeriod === year)} indicator={indicator} />
      )),
    }));
  const anyUnverified = lines.some((line) => line.figures.some((o) => o.confidence === "unverified"));
  return (
    <div className="panel mt-4 p-3 sm:p-5">
      <EditionsTable
        caption={say(indicator.valueKind === "rank" ? "compare.tableCaptionRank" : "compare.tableCaption", {
          name: indicator.name,
        })}
        editions={years.map((year) => ({ year }))}
        rows={rows}
        focus={focus}
      />
      {anyUnverified ? <p className="mt-3 text-xs text-soft">{say("compare.unverified")}</p> : null}
    </div>
  );
}

/** A figure as published, such as 44/139; a dash if there is none; grey with an asterisk if unverified. */
function Cell({ figure: o, indicator }: { figure: ObservationItem | undefined; indicator: IndicatorItem }) {
  const { say, lang } = useText();
  if (o?.value == null) return <span className="text-soft">–</span>;
  const isUnverified = o.confidence === "unverified";
  const limit = o.valueLimit;
  return (
    <span className={isUnverified ? "text-soft" : undefined}>
      {figure(o.value, indicator.valueKind, lang, { decimals: o.decimals, limit })}
      {o.rankPool ? <span className="text-xs font-normal text-soft">/{o.rankPool}</span> : null}
      {isUnverified ? <abbr title={say("peers.unverified")}>*</abbr> : null}
    </span>
  );
}
