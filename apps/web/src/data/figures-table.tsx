import { memo } from "react";
import { shortCompiler } from "../compiler-name.ts";
import { flagWords } from "../flags.ts";
import { day, figure, number, observed } from "../format.ts";
import { PageLink } from "../page-link.tsx";
import { useText } from "../text/text.tsx";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { nextSort, type Row, type Sort, type SortColumn } from "./rows.ts";

const COLUMNS: { column: SortColumn; isNumber?: true }[] = [
  { column: "indicator" },
  { column: "area" },
  { column: "year" },
  { column: "value", isNumber: true },
  { column: "status" },
  { column: "compiler" },
  { column: "published" },
  { column: "release", isNumber: true },
];

type Props = {
  rows: readonly Row[];
  sort: Sort | null;
  caption: string;
  withTarget: boolean;
  onSort: (sort: string | undefined) => void;
};

/** The figures as the file will have them, with names and words instead of codes. A click on a column's head sorts by it. */
export const FiguresTable = memo(function FiguresTable({ rows, sort, caption, withTarget, onSort }: Props) {
  const { say } = useText();
  return (
    <ScrollBox label={caption}>
      <table className="table min-w-[52rem]">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {COLUMNS.map(({ column, isNumber }) => (
              <th
                key={column}
                scope="col"
                className={isNumber ? "num" : column === "indicator" ? "sticky start-0 z-10 bg-surface" : undefined}
                aria-sort={sort?.column === column ? (sort.isDown ? "descending" : "ascending") : undefined}
              >
                <button
                  type="button"
                  className="inline-flex min-h-9 items-center gap-1.5 font-semibold hover:text-accent"
                  onClick={() => onSort(nextSort(sort, column))}
                >
                  {say(`data.column.${column}`)}
                  <SortMark state={sort?.column === column ? (sort.isDown ? "down" : "up") : "none"} />
                </button>
              </th>
            ))}
            {withTarget ? (
              <>
                <th scope="col" className="num">
                  {say("data.column.target")}
                </th>
                <th scope="col" className="num">
                  {say("data.column.path")}
                </th>
                <th scope="col">{say("data.column.assessment")}</th>
              </>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { indicator, compiler, refArea, timePeriod, release } = row.figure;
            return (
              <FigureRow
                key={`${indicator} ${compiler} ${refArea} ${timePeriod} ${release}`}
                row={row}
                withTarget={withTarget}
              />
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
});

const SortMark = ({ state }: { state: "up" | "down" | "none" }) => (
  <svg viewBox="0 0 8 12" className="h-3 w-2 shrink-0" fill="currentColor" aria-hidden="true">
    <path d="M4 0 7.500 4.500H.5z" opacity={state === "down" ? 0.2 : state === "up" ? 1 : 0.45} />
    <path d="M4 12 .5 7.500h7z" opacity={state === "up" ? 0.2 : state === "down" ? 1 : 0.45} />
  </svg>
);

const FigureRow = memo(function FigureRow({ row, withTarget }: { row: Row; withTarget: boolean }) {
  const text = useText();
  const { say, lang } = text;
  const { figure: o, indicator } = row;
  const kind = indicator?.valueKind ?? "count";
  return (
    <tr>
      <th scope="row" className="sticky start-0 z-10 min-w-32 bg-surface font-normal sm:min-w-48">
        {indicator ? (
          <PageLink
            to="/indicators/$code"
            params={{ code: o.indicator }}
            title={indicator.name}
            className="plain text-ink"
          >
            {indicator.shortName}
          </PageLink>
        ) : (
          o.indicator
        )}
      </th>
      <td className="max-w-40">{row.area}</td>
      <td>{o.timePeriod}</td>
      <td className="num font-semibold">{observed(o, kind, lang) ?? "–"}</td>
      <td className="max-w-48">{flagWords(o, text).join(", ") || say("table.noFlag")}</td>
      <td title={row.compiler}>{shortCompiler(row.compiler)}</td>
      <td className="whitespace-nowrap">{o.published ? day(o.published, lang) : "–"}</td>
      <td className="num">{o.release}</td>
      {withTarget ? (
        <>
          <td className="num">{o.targetValue == null ? "–" : figure(o.targetValue, kind, lang)}</td>
          <td className="num">{o.pathValue == null ? "–" : number(o.pathValue, lang)}</td>
          <td>{o.assessment ? say(`status.${o.assessment}`) : "–"}</td>
        </>
      ) : null}
    </tr>
  );
});
