import type { ReactNode } from "react";
import { ScrollBox } from "./scroll-box.tsx";

/** A column: heading, cell content, class; `num` aligns numbers. */
type Column<R> = {
  /** Empty for a column of buttons. */
  label: string;
  cell: (row: R) => ReactNode;
  isNumber?: true;
  className?: string;
  /** A status class that colours the cell. */
  state?: (row: R) => string;
};
type Props<R> = {
  caption: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string | number;
  className: string;
};

/** A wide table in a scroll box. The first column holds row headers. */
export function DataTable<R>({ caption, columns, rows, rowKey, className }: Props<R>) {
  const look = ({ isNumber, className: own = "" }: Column<R>) => (isNumber ? `num ${own}` : own);
  return (
    <ScrollBox label={caption}>
      <table className={`table mt-4 ${className}`}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, isNumber }) =>
              label ? (
                <th key={label} scope="col" className={isNumber && "num"}>
                  {label}
                </th>
              ) : (
                <td key={label} />
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.label} scope="row" className={look(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.label} data-class={column.state?.(row)} className={look(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
