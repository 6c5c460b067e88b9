import { SamePageLink } from "../../address/page-link.tsx";
import { useText } from "../../text/text.tsx";
import { type BlockColumn, BlockTable } from "../../ui/block-table.tsx";
import { ScrollBox } from "../../ui/scroll-box.tsx";
import { FigureRow } from "./figure-row.tsx";
import { nextSort, type Row, SORT_COLUMNS, type Sort, type SortColumn } from "./rows.ts";
import { SortForm } from "./sort-form.tsx";

/** Header classes, aligned with those of the cells. */
const LOOKS: { [column in SortColumn]?: string } = {
  indicator: "md:sticky md:start-0 md:z-10 bg-surface",
  value: "text-end",
  release: "text-end",
};

type Props = {
  rows: readonly Row[];
  sort: Sort | null;
  caption: string;
  withTarget: boolean;
};

/**
 * One page of the figures, with names instead of codes. Column headers are sort links; on a phone, where rows are blocks,
 * a select replaces them.
 */
export function FiguresTable({ rows, sort, caption, withTarget }: Props) {
  const { say } = useText();
  const columns: BlockColumn[] = SORT_COLUMNS.map((column) => {
    const way = sort?.column !== column ? undefined : sort.isDown ? "descending" : "ascending";
    return {
      key: column,
      className: LOOKS[column],
      sort: way,
      label: (
        <>
          <span className="hidden phone:inline">{say(`data.column.${column}`)}</span>{" "}
          <SamePageLink
            id={`sort-${column}`}
            change={{ sort: nextSort(sort, column), page: undefined }}
            className="plain inline-flex min-h-9 items-center gap-1.5 text-start font-semibold text-inherit hover:text-accent hover:no-underline phone:hidden"
          >
            {say(`data.column.${column}`)}
            <SortMark way={way} />
          </SamePageLink>
        </>
      ),
    };
  });
  if (withTarget)
    columns.push(
      { key: "target", label: say("data.column.target"), className: "text-end" },
      { key: "path", label: say("data.column.path"), className: "text-end" },
      say("data.column.assessment"),
    );
  return (
    <>
      <SortForm sort={sort} />
      <ScrollBox label={caption}>
        <BlockTable
          caption={caption}
          columns={columns}
          className={withTarget ? "md:min-w-[66rem]" : "md:min-w-[52rem]"}
        >
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
        </BlockTable>
      </ScrollBox>
    </>
  );
}

const SortMark = ({ way }: { way: "ascending" | "descending" | undefined }) => (
  <svg viewBox="0 0 8 12" className="h-3 w-2 shrink-0" fill="currentColor" aria-hidden="true">
    <path d="M4 0 7.500 4.500H.5z" opacity={way === "descending" ? 0.2 : way === "ascending" ? 1 : 0.45} />
    <path d="M4 12 .5 7.500h7z" opacity={way === "ascending" ? 0.2 : way === "descending" ? 1 : 0.45} />
  </svg>
);
